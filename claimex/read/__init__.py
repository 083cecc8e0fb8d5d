"""Files, streams and strings in; `Article`s out, or a `BadInput` that says what and where."""
