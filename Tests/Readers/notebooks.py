"""What Jupyter's own packages make of notebooks.

notebooks.py run FILE...         validates each and runs it; a line a cell that failed, then a summary
notebooks.py same A B [A B]...   tells where two notebooks differ in more than how JSON is laid out
notebooks.py upgraded A B        the same, A being of version 3, which nbformat makes 4
notebooks.py older A B           writes A as version 3 to B
"""

import json
import sys
import warnings

import nbformat

warnings.filterwarnings("ignore")


def is_json(kind):
    return kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json"))


def joined(value):
    is_lines = isinstance(value, list) and all(isinstance(line, str) for line in value)
    return "".join(value) if is_lines else value


def bundle(data):
    return {kind: value if is_json(kind) else joined(value) for kind, value in data.items()}


def plain(notebook):
    """The notebook with each text as one, for the format lets it be a list of lines too."""
    for number, cell in enumerate(notebook.get("cells", [])):
        cell["source"] = joined(cell["source"])
        for name, data in cell.get("attachments", {}).items():
            cell["attachments"][name] = bundle(data)
        for output in cell.get("outputs", []):
            if "text" in output:
                output["text"] = joined(output["text"])
            if "data" in output:
                output["data"] = bundle(output["data"])
    return notebook


def differences(before, after, path=""):
    if type(before) is not type(after):
        yield f"{path}: {before!r:.80} became {after!r:.80}"
    elif isinstance(before, dict):
        for key in sorted(set(before) | set(after)):
            # A cell that lacks the id that 4.5 asks for gets one.
            if key == "id" and key not in before and isinstance(after[key], str):
                continue
            if key not in before or key not in after:
                yield f"{path}.{key}: only {'before' if key in before else 'after'}"
            else:
                yield from differences(before[key], after[key], f"{path}.{key}")
    elif isinstance(before, list):
        if len(before) != len(after):
            yield f"{path}: {len(before)} became {len(after)}"
        for index, (one, other) in enumerate(zip(before, after)):
            yield from differences(one, other, f"{path}[{index}]")
    elif before != after:
        yield f"{path}: {before!r:.80} became {after!r:.80}"


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def run(path):
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    NotebookClient(notebook, timeout=300, allow_errors=True).execute()
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    ran = [cell for cell in cells if cell.execution_count]
    failed = [
        cell for cell in cells if any(output.output_type == "error" for output in cell.outputs)
    ]
    for cell in failed:
        print(f"{cell.id} failed: {cell.outputs}")
    print(f"{len(cells)} cells, {len(ran)} ran, {len(failed)} failed")


command, *files = sys.argv[1:]
if command == "run":
    for path in files:
        run(path)
elif command == "older":
    with open(files[1], "w", encoding="utf-8") as file:
        old = nbformat.convert(nbformat.read(files[0], as_version=4), 3)
        nbformat.write(old, file, version=3)
elif command == "upgraded":
    upgraded = nbformat.convert(nbformat.read(files[0], as_version=3), 4)
    before, after = json.loads(nbformat.writes(upgraded)), load(files[1])
    for notebook in (before, after):
        plain(notebook)
        # Ids are made up, the language is kept where version 4 has it, and the name, which nbformat
        # drops, is kept too.
        notebook.pop("nbformat_minor")
        notebook["metadata"].pop("language_info", None)
        notebook["metadata"].pop("orig_nbformat", None)
        notebook["metadata"].pop("name", None)
        for cell in notebook["cells"]:
            cell.pop("id", None)
    for line in differences(before, after):
        print(line)
else:
    for before, after in zip(files[::2], files[1::2]):
        for line in differences(plain(load(before)), plain(load(after))):
            print(f"{before}{line}")
