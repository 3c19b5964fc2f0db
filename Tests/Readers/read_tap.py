"""Tells what tap.py reads in a report."""
import sys

from tap.parser import Parser

for line in Parser().parse_file(sys.argv[1]):
    if line.category == "test":
        directive = line.directive.text and f"skip={line.skip} {line.directive.text}"
        print(line.ok, line.number, repr(line.description.strip()), directive, line.yaml_block)
    elif line.category == "plan":
        print("plan", line.expected_tests)
    elif line.category != "version":
        print(line.category, str(line))
