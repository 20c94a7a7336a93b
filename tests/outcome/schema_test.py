"""Holds files that the program wrote against content/draft.schema.json, with a validator that is
not ours (Debian: python3-jsonschema). Usage: schema_test.py SCHEMA SAMPLES-PROGRAM"""

import copy
import json
import subprocess
import sys

from jsonschema import Draft202012Validator


def described(schema, path="schema"):
    """Every member that other software may meet has words that say what it is."""
    for name, member in schema.get("properties", {}).items():
        where = f"{path}.{name}"
        target = member if "$ref" not in member else {"title": "-", "description": "-"}
        assert target.get("title") and target.get("description"), f"{where} says nothing"
        described(member, where)
    for name, member in schema.get("$defs", {}).items():
        assert member.get("title") and member.get("description"), f"{name} says nothing"
        described(member, name)


def changed(file, change):
    other = copy.deepcopy(file)
    change(other)
    return other


def put(*path_and_value):
    *path, key, value = path_and_value

    def change(file):
        for step in path:
            file = file[step]
        file[key] = value

    return change


def without(key):
    return lambda file: file.pop(key)


REFUSED = [
    without("format"),
    without("version"),
    without("draft"),
    without("checksum"),
    without("complete"),
    put("format", "something-else"),
    put("version", 2),
    put("complete", False),
    put("checksum", "00"),
    put("written", "2026-13"),
    put("written", "2026-11-22"),
    put("school", "Oak Hill"),
    put("draft", "date_of_birth", "2018-01-01"),
    put("draft", "schema", 3),
    put("draft", "name", "x" * 48),
    put("draft", "year_group", 16),
    put("draft", "year_group", -2),
    put("draft", "pronoun", "it"),
    put("draft", "outcomes", []),
    put("draft", "outcomes", [{}] * 13),
    put("draft", "outcomes", 0, "area", "none"),
    put("draft", "outcomes", 0, "what", "x" * 400),
    put("draft", "outcomes", 0, "sentence", "x" * 1600),
    put("draft", "outcomes", 0, "answers", {"matters": "no"}),
    put("draft", "outcomes", 0, "kept_as_is", ["no_reason", "no_reason"]),
    put("draft", "outcomes", 0, "kept_as_is", ["spelling"]),
    put("draft", "outcomes", 0, "left_out", ["hope", "hope"]),
    put("draft", "outcomes", 0, "left_out", ["help"]),
    put("draft", "outcomes", 0, "reviews", [{}] * 9),
    put("draft", "outcomes", 0, "reviews", [{"month": 13}]),
    put("draft", "outcomes", 0, "reviews", [{"note": "x" * 240}]),
]


def main(schema_path, samples_program):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    described(schema)
    validator = Draft202012Validator(schema)

    lines = subprocess.run([samples_program], check=True, capture_output=True).stdout.splitlines()
    samples = [json.loads(line) for line in lines]
    assert len(samples) == 3, "the samples program writes three files"
    for sample in samples:
        validator.validate(sample)
        assert list(sample)[-1] == "complete", "complete is the last member"

    for number, change in enumerate(REFUSED):
        assert not validator.is_valid(changed(samples[1], change)), f"refusal {number} was accepted"
    print(f"{len(samples)} files fit the schema, {len(REFUSED)} others do not")


main(*sys.argv[1:])
