# The product as one image: `web` serves, `worker` sends mail and keeps appointments (see compose.yaml).

FROM python:3.13-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /app
RUN python -m venv /venv
COPY requirements.txt .
RUN /venv/bin/pip install --require-hashes -r requirements.txt
COPY . .
# The Welsh of the screens is made from what people wrote.
RUN /venv/bin/python -m storybank.config.catalogue
# Collecting static files needs settings but opens nothing: the keys used here guard nothing and stay behind.
RUN /venv/bin/python -m tests.plugins.production collectstatic --noinput && rm -rf tests

FROM python:3.13-slim
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=storybank.config.settings.production VAR_DIR=/var/lib/storybank
RUN useradd --system --uid 10001 --home-dir /var/lib/storybank --create-home storybank
COPY --from=build /venv /venv
COPY --from=build /app /app
WORKDIR /app
USER storybank
VOLUME /var/lib/storybank
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(r.Request('http://127.0.0.1:8000/healthz', headers={'Host': os.environ['ALLOWED_HOSTS'].split(',')[0]}), timeout=4)"]
CMD ["gunicorn", "storybank.config.wsgi", "--config", "python:storybank.config.serving", "--bind", "0.0.0.0:8000", "--workers", "2", "--threads", "4"]
