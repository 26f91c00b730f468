"""Compiles the functions that come in; prints "index:line: message", lines counted within the sample."""
import json
import sys
import warnings

warnings.simplefilter("error")
for index, sample in enumerate(json.load(sys.stdin)):
    try:
        compile(sample["code"], "sample", "exec")
    except (SyntaxError, Warning) as error:
        line = (getattr(error, "lineno", None) or 2) - 1
        print(f"{index}:{line}: {getattr(error, 'msg', error)}")
