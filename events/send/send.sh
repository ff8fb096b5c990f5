#!/usr/bin/env bash
# Sends one conversation to Assay with the AWS CLI.
#
#   AWS_ENDPOINT_URL=http://127.0.0.1:4580 ./send.sh [QUEUE] [FILE] [TRACE_ID]
#
# Without AWS_ENDPOINT_URL it goes to your AWS account. AWS_CLI names the program where it is not `aws`.
set -euo pipefail

queue=${1:-assay-traces}
file=${2:-$(dirname "$0")/../trace.json}
trace_id=${3:-}
aws=${AWS_CLI:-aws}

endpoint=()
if [ -n "${AWS_ENDPOINT_URL:-}" ]; then # version 1 does not read the variable; the local system wants a key, any key
  endpoint=(--endpoint-url "$AWS_ENDPOINT_URL")
  export AWS_ACCESS_KEY_ID=${AWS_ACCESS_KEY_ID:-test} AWS_SECRET_ACCESS_KEY=${AWS_SECRET_ACCESS_KEY:-test} AWS_DEFAULT_REGION=${AWS_DEFAULT_REGION:-us-east-1}
fi
export AWS_PAGER=
sqs() { "$aws" ${endpoint[@]+"${endpoint[@]}"} sqs "$@" --output text; }

trace=$(cat "$file")
if [ -n "$trace_id" ] && [[ $trace =~ \"trace_id\":\ *\"[^\"]*\" ]]; then # the first is the conversation's own
  field="\"trace_id\": \"$trace_id\""
  trace=${trace/"${BASH_REMATCH[0]}"/$field}
fi

# By a file, since a conversation may be longer than an argument.
body=$(mktemp)
trap 'rm -f "$body"' EXIT
printf '%s' "$trace" >"$body"

url=$(sqs get-queue-url --queue-name "$queue" --query QueueUrl)
sqs send-message --queue-url "$url" --message-body "file://$body" --query MessageId
