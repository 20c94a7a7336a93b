"""What a visit leaves behind: files on the stick, drafts in the database, words anywhere at all.

Each function gives a list of what is not as it should be, in sentences; empty when all is well.
"""
import base64
import hashlib
import html.parser
import json
import pathlib
import sqlite3

import jsonschema

SCHEMA = pathlib.Path("content/draft.schema.json")


def _page(path):
    """The tags are closed in the order in which they were opened."""
    lone = {"meta", "br", "link", "img", "hr", "input", "path", "circle", "line", "rect", "use"}
    open_tags, problems = [], []

    class Reader(html.parser.HTMLParser):
        def handle_starttag(self, tag, _):
            if tag not in lone:
                open_tags.append(tag)

        def handle_endtag(self, tag):
            if tag not in lone and (not open_tags or open_tags.pop() != tag):
                problems.append(f"{path.name}: </{tag}> closes nothing")

    text = path.read_text(encoding="utf-8")
    reader = Reader()
    reader.feed(text)
    reader.close()
    if open_tags:
        problems.append(f"{path.name}: {open_tags} stay open")
    if not text.lower().startswith("<!doctype html>"):
        problems.append(f"{path.name}: no page")
    return problems


def _json(path):
    root = json.loads(path.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    problems = [f"{path.name}: {error.message[:200]}" for error in validator.iter_errors(root)]
    compact = json.dumps(root["draft"], ensure_ascii=False, separators=(",", ":"))
    if hashlib.sha256(compact.encode()).hexdigest() != root["checksum"]:
        problems.append(f"{path.name}: the checksum is another")
    if list(root)[-1] != "complete" or root["complete"] is not True:
        problems.append(f"{path.name}: it does not end with 'complete'")
    return problems


def files(sticks, count):
    """All sticks together hold outcomes-001 to -count, as page and as draft, and no more."""
    here = sorted(pathlib.Path(sticks).rglob("*"))
    names = {path.name for path in here if path.is_file()}
    wanted = {f"outcomes-{n:03}.{end}" for n in range(1, count + 1) for end in ("html", "json")}
    problems = [f"{name} is not on the stick" for name in sorted(wanted - names)]
    odd = [name for name in names - wanted if not name.endswith(".docx")]
    problems += [f"{name} is on the stick and should not be" for name in sorted(odd)]
    for path in here:
        if path.is_file() and path.parent.name != "TALKING-POINTS":
            problems.append(f"{path.name} is not in the folder TALKING-POINTS")
        if path.name in wanted:
            problems += _page(path) if path.suffix == ".html" else _json(path)
    return problems


def said(sticks, text):
    """The text stands in each page on the sticks."""
    pages = [p for p in pathlib.Path(sticks).rglob("*.html")]
    return [f"{p.name} does not say '{text}'" for p in pages
            if text not in p.read_text(encoding="utf-8")] + ([] if pages else ["no page at all"])


def drafts(data, count):
    """The database holds that many drafts, each under an id of its own."""
    base = sqlite3.connect(f"file:{pathlib.Path(data) / 'drafts.db'}?mode=ro", uri=True)
    there = base.execute("SELECT count(DISTINCT id) FROM draft").fetchone()[0]
    base.close()
    return [] if there == count else [f"{there} drafts in the database, not {count}"]


def forms(text):
    """The text as a program might leave it by accident: plain, wide, in hex, in each base64 phase."""
    plain = text.encode()
    found = {plain, plain.upper(), text.encode("utf-16-le"), text.encode("utf-16-be"),
             plain.hex().encode(), plain[::-1]}
    for before in range(3):
        coded = base64.b64encode(b"\0" * before + plain)
        skip = {0: 0, 1: 2, 2: 3}[before]
        end = len(coded) - 4 if len(coded.rstrip(b"=")) < len(coded) else len(coded)
        found.add(coded[skip:end])
    return [form for form in found if len(form) >= 6]


def nowhere(folders, text):
    """No file below the folders holds the text, in its name or its bytes."""
    problems = []
    for folder in folders:
        for path in pathlib.Path(folder).rglob("*"):
            if text.lower() in path.name.lower():
                problems.append(f"{path.name} is called after '{text}'")
            if path.is_file():
                held = path.read_bytes()
                problems += [f"{path} holds '{text}'" for form in forms(text) if form in held]
    return problems
