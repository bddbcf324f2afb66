/** Top-level modules of Python's standard library that generated code imports or may come to import. */
export const STANDARD_LIBRARY: ReadonlySet<string> = new Set(
  (
    'abc argparse array ast asyncio atexit base64 binascii bisect builtins bz2 calendar cmath codecs ' +
    'collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg csv ctypes ' +
    'dataclasses datetime decimal difflib dis doctest email encodings enum errno faulthandler fcntl filecmp ' +
    'fileinput fnmatch fractions ftplib functools gc getopt getpass gettext glob graphlib grp gzip hashlib heapq ' +
    'hmac html http imaplib importlib inspect io ipaddress itertools json keyword linecache locale logging lzma ' +
    'mailbox marshal math mimetypes mmap modulefinder multiprocessing netrc numbers operator os pathlib pdb pickle ' +
    'pkgutil platform plistlib poplib posixpath pprint profile pstats pwd py_compile queue quopri random re ' +
    'reprlib resource runpy sched secrets select selectors shelve shlex shutil signal site smtplib socket ' +
    'socketserver sqlite3 ssl stat statistics string stringprep struct subprocess symtable sys sysconfig syslog ' +
    'tarfile tempfile textwrap threading time timeit token tokenize tomllib trace traceback tracemalloc types ' +
    'typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser wsgiref xml xmlrpc zipfile ' +
    'zipimport zlib zoneinfo'
  ).split(' '),
)
