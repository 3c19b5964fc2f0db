"""Tells what junitparser reads in a report."""
import sys

from junitparser import JUnitXml

report = JUnitXml.fromfile(sys.argv[1])
for suite in report:
    print(suite.name, suite.tests, suite.failures, suite.errors, suite.skipped)
    counted = [suite.tests, suite.failures, suite.errors, suite.skipped]
    suite.update_statistics()
    assert counted == [suite.tests, suite.failures, suite.errors, suite.skipped]
    for case in suite:
        results = [f"{type(result).__name__}: {result.message}" for result in case.result]
        print(repr(case.name), case._elem.get("line"), results, len(case.system_out or ""))
