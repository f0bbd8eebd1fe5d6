"""No file names a package registry's host: whoever installs chooses where from."""

from tests.architecture.the_house import files, text_of, top_level_files

# Put together here, so that this file names none either.
HOSTS = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("jsdelivr", "net"),
        ("unpkg", "com"),
    )
)
TEXT = {".py", ".html", ".css", ".js", ".txt", ".md", ".toml", ".yaml", ".yml", ".cfg", ".lock", ""}


def test_no_file_names_a_registry_host():
    texts = [path for path in (*files(), *top_level_files()) if path.suffix in TEXT]

    named = {str(path): host for path in texts for host in HOSTS if host in text_of(path)}

    assert "Makefile" in map(str, texts)
    assert named == {}
