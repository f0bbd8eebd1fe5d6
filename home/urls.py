"""The addresses of this room."""

from django.conf import settings
from django.urls import include, path, re_path

from home import my
from home.public import (
    front,
    health,
    helping,
    look,
    media,
    robots,
    searching,
    security,
    sheet,
    sitemap,
    weather,
)
from home.rights import desk as rights

app_name = "home"

TWO_COLOURS = "(?P<ember>[0-9A-F]{6})-(?P<water>[0-9A-F]{6})"

urlpatterns = [
    path("", front.front, name="home"),
    path("my/", my.my, name="my"),
    path("my/everything/", rights.everything, name="everything"),
    path("my/everything/copy/", rights.fetch, name="everything_copy"),
    path("my/everything/erase/", rights.erase, name="erase"),
    path("my/everything/keep/", rights.keep, name="erase_keep"),
    path("search/", searching.search, name="search"),
    path("help/", helping.help_page, name="help"),
    path("weather/", weather.weather, name="weather"),
    re_path(f"^look/{TWO_COLOURS}/reading[.]css$", sheet.sheet, name="sheet"),
    re_path(f"^look/{TWO_COLOURS}/tokens[.]css$", look.tokens, name="tokens"),
    re_path(f"^look/{TWO_COLOURS}/colours[.]css$", look.colours, name="colours"),
    path("favicon.ico", look.mark, name="mark"),
    path("media/<path:name>", media.media, name="media"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("sitemap-pages.xml", sitemap.pages, name="sitemap_pages"),
    path("sitemap-stories-<int:number>.xml", sitemap.stories, name="sitemap_stories"),
    path("security/", security.security, name="security"),
    path(".well-known/security.txt", security.security_txt, name="security_txt"),
    path("robots.txt", robots.robots, name="robots"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
if settings.DEMO:
    urlpatterns += [path("demo/", include("home.demo_room.urls"))]
