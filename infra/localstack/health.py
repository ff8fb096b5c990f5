"""Exits with 0 when LocalStack at URL answers for every service named: health.py URL SERVICE..."""

import json
import sys
import urllib.request

url, *services = sys.argv[1:]
try:
    with urllib.request.urlopen(url + "/_localstack/health", timeout=5) as answer:
        states = json.load(answer)["services"]
except (OSError, ValueError, KeyError):
    sys.exit(1)
sys.exit(any(states.get(service) not in ("available", "running") for service in services))
