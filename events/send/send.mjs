// Sends one conversation to Assay with the AWS SDK for JavaScript: npm install @aws-sdk/client-sqs
//
//   AWS_ENDPOINT_URL=http://127.0.0.1:4580 node send.mjs [QUEUE] [FILE] [TRACE_ID]
//
// Without AWS_ENDPOINT_URL it goes to your AWS account.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// As `import` does, but NODE_PATH may name where the SDK is installed.
const { SQSClient, GetQueueUrlCommand, SendMessageCommand } = createRequire(import.meta.url)("@aws-sdk/client-sqs");

const [queue, file, traceId] = process.argv.slice(2);
const trace = JSON.parse(readFileSync(file || new URL("../trace.json", import.meta.url), "utf8"));
trace.trace_id = traceId || trace.trace_id;

if (process.env.AWS_ENDPOINT_URL) { // the local system wants a key, any key
  process.env.AWS_ACCESS_KEY_ID ||= "test";
  process.env.AWS_SECRET_ACCESS_KEY ||= "test";
  process.env.AWS_REGION ||= "us-east-1";
}

const sqs = new SQSClient(); // reads AWS_ENDPOINT_URL by itself
const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: queue || "assay-traces" }));
await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(trace) }));
console.log("sent", trace.trace_id);
