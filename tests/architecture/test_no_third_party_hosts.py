"""Pages and mails fetch nothing from, and send nobody to, a host that is not ours."""

import re

from tests.architecture.the_house import files, text_of

ADDRESS = re.compile(r"(?:https?:)?//(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.IGNORECASE)
NAMES_NOT_ADDRESSES = {"www.w3.org"}  # the namespaces of SVG and XHTML, never fetched
NOBODYS = re.compile(r"(\.example|^127\.0\.0\.1|^localhost)$")  # reserved for examples, or this machine


def hosts_in(text: str) -> set[str]:
    found = {match["host"].lower() for match in ADDRESS.finditer(text)}
    return {host for host in found if host not in NAMES_NOT_ADDRESSES and not NOBODYS.search(host)}


def test_an_outside_host_would_be_seen():
    assert hosts_in('<script src="//cdn.outside.test/a.js"> <a href="https://Outside.test/x">') == {
        "cdn.outside.test",
        "outside.test",
    }
    assert hosts_in('xmlns="http://www.w3.org/2000/svg" href="/here/" https://charity.example/') == set()


def test_no_template_style_or_script_names_an_outside_host():
    pages_and_mails = files(".html", ".txt", ".svg", ".xml", under=("templates",))
    ours = [*pages_and_mails, *files(".css", ".js", ".svg", under=("home/static",))]

    outside = {str(path): hosts for path in ours if (hosts := hosts_in(text_of(path)))}

    assert len(ours) > 20
    assert outside == {}
