"""The addresses of this room."""

from django.urls import path

from home.public import front, health, helping, robots, searching, sitemap, weather

app_name = "home"
urlpatterns = [
    path("", front.front, name="home"),
    path("search/", searching.search, name="search"),
    path("help/", helping.help_page, name="help"),
    path("weather/", weather.weather, name="weather"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("robots.txt", robots.robots, name="robots"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
