"""The standard: what is asked, how an answer counts, and the dated figures it is held against.

Pure: no Flask, SQLAlchemy, marshmallow or pandas, no clock and no network. Only the
catalog reads files, and only those that ship with the package.
"""
