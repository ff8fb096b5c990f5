"""Asks like the judge does, with the providers' official clients for Python.

    clients.py record FOLDER      writes what each client sends to FOLDER: the fixtures beside this file
    clients.py ask CLIENT URL     asks the server at URL and prints what the client read, as JSON

The prompt is that of Judging.prompt() in the tests. Header values are not kept.
"""

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

SYSTEM = "You check what is said."
USER = "Private words of a customer."
SCHEMA = {
    "type": "object",
    "properties": {"ok": {"type": "boolean"}},
    "required": ["ok"],
    "additionalProperties": False,
}


def ask_openai(url):
    import openai

    client = openai.OpenAI(base_url=url + "/v1", api_key="test", max_retries=0)
    reply = client.chat.completions.create(
        model="gpt-oss-120b",
        messages=[{"role": "system", "content": SYSTEM}, {"role": "user", "content": USER}],
        max_tokens=1000,
        temperature=0.5,
        seed=2,
        response_format={
            "type": "json_schema",
            "json_schema": {"name": "answer", "strict": True, "schema": SCHEMA},
        },
    )
    choice = reply.choices[0]
    return {
        "text": choice.message.content,
        "refusal": choice.message.refusal,
        "stop": choice.finish_reason,
        "input": reply.usage and reply.usage.prompt_tokens,
        "output": reply.usage and reply.usage.completion_tokens,
    }


def ask_anthropic(url):
    import anthropic

    client = anthropic.Anthropic(base_url=url, api_key="test", max_retries=0)
    reply = client.messages.create(
        model="claude-haiku-5-5",
        max_tokens=1000,
        system=[{"type": "text", "text": SYSTEM, "cache_control": {"type": "ephemeral"}}],
        messages=[{"role": "user", "content": USER}],
        tools=[
            {
                "name": "answer",
                "description": "Hands in the answers to the checklist.",
                "input_schema": SCHEMA,
            }
        ],
        tool_choice={"type": "tool", "name": "answer"},
    )
    uses = [block.input for block in reply.content if block.type == "tool_use"]
    return {
        "text": json.dumps(uses[0], separators=(",", ":")) if uses else None,
        "stop": reply.stop_reason,
        "input": reply.usage.input_tokens,
        "output": reply.usage.output_tokens,
    }


CLIENTS = {"openai": ask_openai, "anthropic": ask_anthropic}


def record(name, folder):
    kept = {}

    class Recorder(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["content-length"]))
            kept["client"] = name + " " + __import__(name).__version__
            kept["path"] = self.path
            kept["headers"] = sorted(header.lower() for header in self.headers)
            kept["content_type"] = self.headers["content-type"]
            kept["body"] = json.loads(body)
            self.send_response(400)
            self.send_header("content-length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Recorder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        CLIENTS[name](f"http://127.0.0.1:{server.server_port}")
    except Exception:
        if not kept:
            raise
    server.shutdown()
    path = Path(folder) / (name + ".json")
    path.write_text(json.dumps(kept, indent=2) + "\n")


if __name__ == "__main__":
    if sys.argv[1] == "record":
        for client in CLIENTS:
            record(client, sys.argv[2])
    else:
        print(json.dumps(CLIENTS[sys.argv[2]](sys.argv[3])))
