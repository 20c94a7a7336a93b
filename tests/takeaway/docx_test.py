"""A word processor opens each sample and shows its words: those of the page, one by one.

    docx_test.py WRITE_SAMPLES FOLDER

Left out (exit 77) where LibreOffice is not installed: it is too large to ask for.
"""
import html.parser
import pathlib
import re
import shutil
import subprocess
import sys

write_samples, folder = sys.argv[1], pathlib.Path(sys.argv[2])
if not shutil.which("soffice"):
    print("LibreOffice is not here: left out")
    sys.exit(77)


class Words(html.parser.HTMLParser):
    """The words of a page that a reader sees; what a drawing says is not among them."""

    def __init__(self):
        super().__init__()
        self.text, self.inside = [], []

    def handle_starttag(self, tag, _):
        if tag in ("style", "title", "svg", "script"):
            self.inside.append(tag)
        self.text.append(" ")

    def handle_endtag(self, tag):
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()
        self.text.append(" ")

    def handle_data(self, data):
        if not self.inside:
            self.text.append(data)


def words(text):
    return re.sub(r"[\s\u2022\ufeff]+", " ", text).split()


shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
subprocess.run([write_samples, str(folder)], check=True)
documents = sorted(folder.glob("*.docx"))
subprocess.run(["soffice", f"-env:UserInstallation=file://{folder.resolve()}/profile", "--headless",
                "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder),
                *map(str, documents)], check=True, stdout=subprocess.DEVNULL)
problems = 0
for document in documents:
    reader = Words()
    reader.feed(document.with_suffix(".html").read_text(encoding="utf-8"))
    page = words("".join(reader.text))
    opened = words(document.with_suffix(".txt").read_text(encoding="utf-8"))
    if page != opened:
        problems += 1
        at = next((i for i, (a, b) in enumerate(zip(page, opened)) if a != b),
                  min(len(page), len(opened)))
        print(f"{document.name}: word {at}: the page has {page[at:at + 8]}, "
              f"the word processor {opened[at:at + 8]}")
print(f"{len(documents)} documents opened, {problems} not as they should be")
sys.exit(1 if problems or not documents else 0)
