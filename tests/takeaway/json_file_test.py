"""Every JSON file that goes home follows content/draft.schema.json, by a validator that is not ours,
and its checksum is what the schema tells other software to compute.

    json_file_test.py WRITE_SAMPLES FOLDER
"""
import hashlib
import json
import pathlib
import subprocess
import sys

import jsonschema

program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
subprocess.run([program, folder], check=True)
schema = json.loads(pathlib.Path("content/draft.schema.json").read_text(encoding="utf-8"))
validator = jsonschema.Draft202012Validator(schema)
files = sorted(folder.glob("*.json"))
problems = [] if len(files) >= 5 else ["too few samples"]
for path in files:
    root = json.loads(path.read_text(encoding="utf-8"))
    problems += [f"{path.name}: {error.message[:200]}" for error in validator.iter_errors(root)]
    compact = json.dumps(root["draft"], ensure_ascii=False, separators=(",", ":"))
    if hashlib.sha256(compact.encode()).hexdigest() != root["checksum"]:
        problems.append(f"{path.name}: the checksum is another")
    if list(root)[-1] != "complete":
        problems.append(f"{path.name}: 'complete' is not last")
print(f"{len(files)} files", *problems, sep="\n")
sys.exit(1 if problems else 0)
