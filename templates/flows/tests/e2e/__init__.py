"""Tests over running services."""
