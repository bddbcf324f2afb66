"""The web side of a service: app factory, middleware, problem documents, preconditions."""
