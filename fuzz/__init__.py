"""Fuzzing of every reader: changed documents go in, and nothing but a plan or a PlanalignError may come out."""
