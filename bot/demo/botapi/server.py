"""The HTTP server: parses a call as aiogram sends it, applies faults, responds with JSON."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from contextvars import ContextVar
from typing import Any

from aiohttp import web

from bot.demo.botapi.faults import Fault, FaultKind
from bot.demo.botapi.methods import METHODS, SENDING
from bot.demo.botapi.refusal import ApiError, too_many
from bot.demo.botapi.state import Call, Json, ServerState

STATE = web.AppKey("state", ServerState)
CALLER = ContextVar("caller", default="")
"""Which process makes a call, where its address of the Bot API ends with a name of it."""
_PLAIN_TEXT = {"text", "caption", "description", "short_description", "callback_query_id", "inline_query_id"}


def build(state: ServerState) -> web.Application:
    """Serves the Bot API under `/bot<token>/<method>`, and under a name before it (CALLER)."""
    app = web.Application(client_max_size=60 * 2**20)
    app[STATE] = state
    app.router.add_route("*", "/bot{token}/{method}", _serve)
    app.router.add_route("*", "/{caller}/bot{token}/{method}", _serve)
    app.router.add_get("/file/bot{token}/documents/{file}", _download)
    return app


async def call(state: ServerState, method: str, params: Json) -> Any:
    """Carry out one call, without faults. Raises ApiError."""
    if method.lower() not in METHODS:
        raise ApiError(404, "Not Found")
    if method.lower() in SENDING:
        if state.over_limit():
            raise too_many(1)
        if state.options.latency:
            await asyncio.sleep(state.options.latency)
    return await METHODS[method.lower()](state, params)


async def _serve(request: web.Request) -> web.StreamResponse:
    state = request.app[STATE]
    method = request.match_info["method"]
    CALLER.set(request.match_info.get("caller", ""))
    if request.match_info["token"] != state.token:
        return _refuse(ApiError(401, "Unauthorized"))
    params = await _params(request)
    await count(state, method, params)
    fault = state.faults.take(method, params.get("chat_id"))
    try:
        if fault is not None and (response := await _fail(state, request, method, params, fault)):
            return response
        result = await call(state, method, params)
    except ApiError as error:
        return _refuse(error)
    return web.json_response({"ok": True, "result": result})


async def count(state: ServerState, method: str, params: Json) -> None:
    """Record a call, and notify tests that wait for it."""
    now = time.monotonic()
    if method.lower() in SENDING:
        state.send_times.append(now)
    if len(state.calls) < state.options.keep:
        state.calls.append(Call(method, params, now))
    await state.notify()


async def _fail(
    state: ServerState, request: web.Request, method: str, params: Json, fault: Fault
) -> web.StreamResponse | None:
    """Apply a fault; returns None where the call is then carried out (after a hang)."""
    if fault.taken:
        with contextlib.suppress(ApiError):
            await call(state, method, params)
    if fault.kind is FaultKind.HANG:
        await asyncio.sleep(fault.seconds)
        return None
    if fault.kind is FaultKind.RESET:
        if request.transport is not None:
            request.transport.abort()
        return web.Response(status=500)
    if fault.kind is FaultKind.HTML:
        return web.Response(status=fault.code, text="<html>Bad Gateway</html>", content_type="text/html")
    if fault.kind is FaultKind.ODD:
        await call(state, method, params)
        return web.json_response({"ok": True, "result": {"message_id": state.next_id()}})
    raise error_of(fault)


def error_of(fault: Fault) -> ApiError:
    """The error response of a fault."""
    parameters = {"retry_after": fault.retry_after, "migrate_to_chat_id": fault.migrate_to}
    given = {key: number for key, number in parameters.items() if number}
    return ApiError(fault.code, fault.description, **given)


def _refuse(error: ApiError) -> web.Response:
    return web.json_response(error.as_json(), status=error.code)


async def _download(request: web.Request) -> web.StreamResponse:
    state = request.app[STATE]
    content = state.files.get(request.match_info["file"])
    if request.match_info["token"] != state.token or content is None:
        return _refuse(ApiError(404, "Not Found"))
    return web.Response(body=content)


async def _params(request: web.Request) -> Json:
    """Parameters from JSON, a form, multipart or a query string; files are (bytes, name)."""
    if request.content_type == "application/json":
        return dict(await request.json())
    params: Json = {key: value(key, raw) for key, raw in request.query.items()}
    for key, given in (await request.post()).items():
        if isinstance(given, web.FileField):
            params[key] = (given.file.read(), given.filename)
        else:
            params[key] = value(key, str(given))
    return params


def value(key: str, raw: str) -> Any:
    """Texts stay unchanged; numbers, booleans and objects are JSON inside the form."""
    if key in _PLAIN_TEXT:
        return raw
    try:
        return json.loads(raw)
    except ValueError:
        return raw
