"""A PDF drawn page by page into pictures, in a process of its own that may take so much memory and time and no more.

    python -m storybank.paper_twin.pdf_pages < scan.pdf > pages

Nothing in a PDF is ever run or kept but what it looks like. The answer: for each page its length in four bytes, then a
PNG. A PDF that is locked, damaged, or too long ends with an exit code and one word on stderr.
"""

import io
import resource
import sys
import tempfile
from pathlib import Path

import pikepdf
import typst

MOST_PAGES = 24
MEMORY = 1_500 * 1024 * 1024
SECONDS = 25
DOTS = 120
SOURCE = """#set page(margin: 0pt, width: 21cm, height: 29.7cm)
#for n in range(1, PAGES + 1) {
  image("in.pdf", page: n, width: 100%, height: 100%, fit: "contain")
  if n < PAGES { pagebreak() }
}"""


def drawn(content: bytes) -> list[bytes]:
    """Each page as PNG. Raises `pikepdf.PdfError`, `typst.TypstError` or `ValueError` for what cannot be drawn."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        pages = len(opened.pages)
    if not 1 <= pages <= MOST_PAGES:
        raise ValueError("long")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "in.pdf").write_bytes(content)
        paper = Path(folder) / "paper.typ"
        paper.write_text(SOURCE.replace("PAGES", str(pages)))
        made = typst.Compiler(paper, root=Path(folder)).compile(format="png", ppi=DOTS)
    return [bytes(page) for page in made] if isinstance(made, list) else [bytes(made or b"")]


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        pages = drawn(sys.stdin.buffer.read())
    except ValueError:
        sys.stderr.write("long")
        return 2
    except Exception:  # noqa: BLE001  # whatever a hostile file does, the answer is the same
        sys.stderr.write("damaged")
        return 3
    for page in pages:
        sys.stdout.buffer.write(len(page).to_bytes(4, "big") + page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
