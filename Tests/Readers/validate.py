"""Validates JSON by a schema of docs/, in which no key but those that it names may stand."""
import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator, RefResolver


def strict(node):
    if isinstance(node, list):
        return [strict(item) for item in node]
    if not isinstance(node, dict):
        return node
    result = {key: strict(value) for key, value in node.items()}
    if node.get("type") == "object" and "properties" in node:
        result.setdefault("additionalProperties", False)
    return result


folder = Path(sys.argv[1]).resolve().parent
schemas = {path.name: strict(json.loads(path.read_text())) for path in folder.glob("*.schema.json")}
schema = schemas[Path(sys.argv[1]).name]
for each in schemas.values():
    Draft202012Validator.check_schema(each)
base = folder.as_uri() + "/"
resolver = RefResolver(base, schema, store={base + name: each for name, each in schemas.items()})
validator = Draft202012Validator(schema, resolver=resolver)
for error in validator.iter_errors(json.loads(Path(sys.argv[2]).read_text())):
    print(error.json_path, error.message[:300])
