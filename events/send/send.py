#!/usr/bin/env python3
"""Sends one conversation to Assay with boto3: pip install boto3

    AWS_ENDPOINT_URL=http://127.0.0.1:4580 python3 send.py [QUEUE] [FILE] [TRACE_ID]

Without AWS_ENDPOINT_URL it goes to your AWS account.
"""
import json
import os
import pathlib
import sys

import boto3

queue, file, trace_id = (sys.argv[1:] + ["", "", ""])[:3]
sample = pathlib.Path(__file__).parent.parent / "trace.json"
trace = json.loads(pathlib.Path(file or sample).read_text(encoding="utf-8"))
trace["trace_id"] = trace_id or trace["trace_id"]

if "AWS_ENDPOINT_URL" in os.environ:  # the local system wants a key, any key
    os.environ.setdefault("AWS_ACCESS_KEY_ID", "test")
    os.environ.setdefault("AWS_SECRET_ACCESS_KEY", "test")
    os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")

# The endpoint is named here as well, since boto3 before 1.28 does not read the variable.
sqs = boto3.client("sqs", endpoint_url=os.environ.get("AWS_ENDPOINT_URL"))
url = sqs.get_queue_url(QueueName=queue or "assay-traces")["QueueUrl"]
sqs.send_message(QueueUrl=url, MessageBody=json.dumps(trace))
print("sent", trace["trace_id"])
