"""Tests of the service; those that need MongoDB say so."""
