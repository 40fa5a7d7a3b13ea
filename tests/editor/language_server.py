"""A small client of the YAML language server, which editors run: a file's text in, its diagnostics out."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

#: So long the server may be silent. It is a limit against hanging: an answer takes some tenths.
LIMIT = 60


class LanguageServer:
    """One run of the server, for the files of one folder. Use it in a `with`."""

    def __init__(self, script: Path, folder: Path) -> None:
        self._folder = folder
        self._process = subprocess.Popen(
            ["node", str(script), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._messages: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._last_id = 0
        threading.Thread(target=self._receive, daemon=True).start()

    def __enter__(self) -> Self:
        capabilities = {
            "workspace": {"configuration": True},
            "textDocument": {"publishDiagnostics": {"relatedInformation": False}},
        }
        asked = {"processId": None, "rootUri": self._folder.as_uri(), "capabilities": capabilities}
        self._request("initialize", asked)
        self._send({"method": "initialized", "params": {}})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def diagnostics(self, paths: Iterable[Path]) -> dict[Path, list[dict[str, Any]]]:
        """What an editor underlines in each file, as the protocol says it: lines and UTF-16 columns from 0."""
        waiting = {path.as_uri(): path for path in paths}
        for uri, path in waiting.items():
            text = path.read_bytes().decode("utf-8")
            document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
            self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        found: dict[Path, list[dict[str, Any]]] = {}
        while waiting:
            message = self._next()
            if message.get("method") != "textDocument/publishDiagnostics":
                continue
            uri = message["params"]["uri"]
            if uri in waiting:
                found[waiting.pop(uri)] = message["params"]["diagnostics"]
        return found

    def _request(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        self._last_id += 1
        self._send({"id": self._last_id, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self._last_id and "method" not in message:
                return message

    def _next(self) -> dict[str, Any]:
        """The next message, the server's own questions answered on the way."""
        while True:
            message = self._messages.get(timeout=LIMIT)
            assert message is not None, "the language server has ended"
            if "id" in message and "method" in message:
                self._send({"id": message["id"], "result": self._answer(message)})
                continue
            return message

    def _answer(self, message: dict[str, Any]) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        # No list of schemas from the network: the plan's first line names the file beside it.
        settings = {"validate": True, "schemaStore": {"enable": False}, "disableAdditionalProperties": False}
        items = message["params"]["items"]
        return [settings if each.get("section") == "yaml" else {} for each in items]

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while True:
            length = 0
            while line := stream.readline().strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if not length:
                self._messages.put(None)
                return
            self._messages.put(json.loads(stream.read(length)))
