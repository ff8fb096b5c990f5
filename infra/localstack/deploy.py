"""Deploys what template.yaml stores traces in, its queues and buckets, as a CloudFormation stack: deploy.py URL STACK

The functions, tables and alarms stay out: the services they need are not started here.
"""

import json
import pathlib
import sys

import boto3
import yaml

KEPT = ("AWS::SQS::Queue", "AWS::S3::Bucket", "AWS::S3::BucketPolicy")
TEMPLATE = pathlib.Path(__file__).parent.parent.parent / "template.yaml"


class Loader(yaml.SafeLoader):
    """YAML with CloudFormation's short forms, such as !GetAtt."""


def long_form(loader, tag, node):
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    if tag == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {tag if tag in ("Ref", "Condition") else "Fn::" + tag: value}


Loader.add_multi_constructor("!", long_form)


def storage(template):
    resources = {name: block for name, block in template["Resources"].items() if block["Type"] in KEPT}
    parameters = {name: block for name, block in template["Parameters"].items() if name == "RetentionDays"}
    return {"AWSTemplateFormatVersion": "2010-09-09", "Parameters": parameters, "Resources": resources}


def main(url, stack):
    cloudformation = boto3.client(
        "cloudformation", endpoint_url=url, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test"
    )
    body = storage(yaml.load(TEMPLATE.read_text(encoding="utf-8"), Loader))
    cloudformation.create_stack(StackName=stack, TemplateBody=json.dumps(body))
    cloudformation.get_waiter("stack_create_complete").wait(StackName=stack, WaiterConfig={"Delay": 1, "MaxAttempts": 120})
    for resource in cloudformation.list_stack_resources(StackName=stack)["StackResourceSummaries"]:
        print(resource["LogicalResourceId"], resource["PhysicalResourceId"], resource["ResourceStatus"], file=sys.stderr)


main(*sys.argv[1:])
