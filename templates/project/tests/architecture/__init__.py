"""The rules of the architecture; each module has the name of the rule that it keeps."""
