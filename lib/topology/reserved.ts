/**
 * Names that cannot be used for something that is derived from a design. Only
 * whole derived names count: `json_api` is a good domain. Whoever writes a
 * template that imports or defines a name beside generated ones adds it here.
 */

/** Words that Python does not accept as an identifier; `match`, `case` and `type` are fine. */
export const PYTHON_KEYWORDS = words(`
  and as assert async await break class continue def del elif else except finally for from global if import in is
  lambda nonlocal not or pass raise return try while with yield`)

/** Every entity has these without asking. */
export const IMPLICIT_FIELDS = words('id version created_at updated_at')

/** Attributes of every pydantic model: a field of that name would hide one and warns, which tests turn into errors. */
const PYDANTIC_ATTRIBUTES = words(`
  construct copy dict from_orm json parse_file parse_obj parse_raw schema schema_json update_forward_refs validate
  model_computed_fields model_config model_construct model_copy model_extra model_fields model_fields_set
  model_json_schema model_parametrized_name model_post_init model_rebuild mro register`)

/** Prefixes that pydantic protects; `model_year` is fine. */
const PYDANTIC_PREFIXES = ['model_dump', 'model_validate']

/** Builtin types and names that annotations and methods of the same class need. */
const CLASS_BODY_NAMES = words('self cls str int float bool bytes tuple object super')

/** Attributes of every SQLAlchemy model, and the columns that PostgreSQL gives every table. */
const TABLE_NAMES = words('metadata registry awaitable_attrs tableoid xmin cmin xmax cmax ctid')

/** Whether a field of this name would break a class with pydantic's or Python's own attributes. */
export function isReservedField(name: string): boolean {
  return (
    PYTHON_KEYWORDS.has(name) ||
    PYDANTIC_ATTRIBUTES.has(name) ||
    CLASS_BODY_NAMES.has(name) ||
    PYDANTIC_PREFIXES.some((prefix) => name.startsWith(prefix))
  )
}

/** Whether a field of this name cannot be stored besides. */
export function isReservedColumn(name: string): boolean {
  return isReservedField(name) || IMPLICIT_FIELDS.has(name) || TABLE_NAMES.has(name)
}

/** Modules and variables that stand beside those of entities: `api/schemas/base.py`, `http_client`. */
const RESERVED_MODULES = words(
  'base common conftest dependencies errors health http idempotency mapping outbox pagination searches searching units',
)

/** File names that Windows keeps for devices, with any extension. */
const WINDOWS_DEVICES = words(`
  con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9`)

/** Whether an entity cannot have this name, because modules and variables are named after it. */
export function isReservedModule(name: string): boolean {
  return PYTHON_KEYWORDS.has(name) || RESERVED_MODULES.has(name) || WINDOWS_DEVICES.has(name)
}

/**
 * Whether an entity cannot have this name: its modules would be `test_result_routes.py`, which pytest collects as tests,
 * or would hide others.
 */
export function isReservedEntity(name: string): boolean {
  return isReservedModule(name) || name === 'test' || name.startsWith('test_')
}

/** What every message carries beside its own fields. */
export const ENVELOPE_FIELDS = words('event_id occurred_at')

/** First parts of paths of an API that are not entities. */
export const RESERVED_PATHS = words('health docs redoc openapi metrics outbox units')

/** Tables of the generated code itself. */
export const RESERVED_TABLES = words(
  'alembic_version idempotency_keys outbox outbox_messages trigger_function',
)

/** Classes that generated modules import or define beside the classes of entities. */
export const RESERVED_CLASS_NAMES = words(`
  ABC AbstractAsyncContextManager AfterValidator Annotated Any AnyFakeGateway APIRoute APIRouter Application
  AppSettings Argon2Hasher ASGIApp ASGITransport AsyncAttrs AsyncClient AsyncEngine AsyncExitStack AsyncGenerator
  AsyncIterator AsyncSession AtScale Awaitable AwareDatetime Base BaseException BaseModel BaseSettings BaseTransport
  BigInteger Body BodyTooLargeError Boolean Callable Caller Check CheckConstraint ClassVar Client Clock Column
  Command Compares ConfigDict ConflictReason Container ContextVar Coroutine Create CreateCommand CrudService
  DataApiGateway DataApiWorld Database Date DateTime Day Decimal DeclarativeBase DeclarativeMeta Delete
  DeleteCommand Depends DomainError Email EmailStr Entity EntityConflictError EntityErrors EntityGateway
  EntityNotFoundError EntityRecord EntityResponseModel Enum Exception ExpectedVersion FakeGateway FakeWorld False
  FastAPI Field FieldError Final Flag ForbiddenError ForeignKey ForeignKeyConstraint Gateway Generator Generic
  Hasher Header Headers Health HTTPException HTTPStatus IdempotencyKey IdempotencyKeyInUseError
  IdempotencyKeyReusedError Index InputError Int64 Integer IntegrityError InvalidCursorError InvalidEntityError
  InvalidInputError Items Iterable Iterator Json JSONB JsonRoute JsonValue KeyError KeyStore LifespanManager
  ListRequestModel Literal Location LogLevel Mapped Mapping Maybe MemoryRepository MemoryUnitOfWork MockTransport
  Moment MutableHeaders NamedTuple Never None NoReturn NotFoundError NotImplemented Number Numeric Page PageRecord
  PageResponseModel PasswordHasher Path PathParam Pattern PlainHasher Problem ProblemItem ProblemResponse Protocol
  PydanticCustomError Query Record ReferencedError ReferenceNotFoundError RelayedError Repeatable Repository Request
  RequestMiddleware RequestModel RequestValidationError Response ResponseModel ResultPage RouteContract Router Rows
  RuntimeError SecretHasher SecretStr Select Self Sequence Service ServiceClient ServiceError ServiceSettings
  ServiceToken Session Settings SettingsConfigDict SqlRepository SqlUnitOfWork StaleEntityError StaleVersionError
  State Storable StrEnum String Text TokenCaller True Type TypeAdapter TypeAlias TypeError TypeVar
  UnauthenticatedError UnavailableError UniqueConstraint UniqueViolationError Unit UnitOfWork Unset Update
  UpdateCommand UUID Uuid UuidPath ValidationError ValueError ValueObject VersionRequiredError Violation
  ViolationCode Writable`)

/**
 * What generated classes of an entity are called, `*` being the entity's own
 * class: `LoanPage`, `StaleLoanError`. Nothing else in a design may be called so.
 */
export const ENTITY_CLASSES: readonly string[] = [
  ...words(`
  New* *Changes *Fields *Create *Patch *Record *Query *Page *Gateway *Client *Service *ServiceDependency *Response
  *PageResponse *ListRequest Create*Request Update*Request Stale*Error Invalid*Error *NotFoundError *ConflictError`),
]

/** The same for the class of an enum or an object inside an entity. */
export const INNER_CLASSES: readonly string[] = ['*Request', '*Response']

/** Packages of the monorepo itself and of what it depends on, as folders, distributions or modules. */
const PACKAGES = words(`
  shared tests services docs contracts scripts ops deploy alembic aio_pika aiogram aiohttp aioredis annotated_types
  anyio argon2 argon2_cffi asgi_lifespan asyncpg attrs certifi click coverage dnspython email_validator execnet
  fastapi greenlet grimp h11 httpcore httptools httpx hypothesis idna import_linter importlinter iniconfig jinja2 mako
  markdown_it markupsafe motor mypy mypy_extensions opentelemetry orjson packaging pathspec pip pluggy pre_commit
  prometheus_client psycopg pydantic pydantic_core pydantic_settings pygments pymongo pytest pytest_asyncio pytest_cov
  pytest_randomly pytest_xdist python_dotenv python_multipart pyyaml redis requests respx rich ruff schemathesis
  setuptools sniffio sqlalchemy starlette structlog tenacity testcontainers typer types typing_extensions
  typing_inspection uv uvicorn uvloop virtualenv watchfiles websockets wheel yaml
  postgres template0 template1`)

/** Modules of Python's own library that a package at the top of the path would hide. */
const STANDARD_LIBRARY = words(`
  abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins
  bz2 calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall compression concurrent
  configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis
  distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib
  functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib
  imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap
  marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath numbers opcode
  operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath
  pprint profile pstats pty pwd py_compile pyclbr pydoc queue quopri random re readline reprlib resource rlcompleter
  runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd
  sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau symtable sys
  sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading time timeit tkinter token tokenize
  tomllib trace traceback tracemalloc tty turtle types typing unicodedata unittest urllib uu uuid venv warnings wave
  weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo`)

/** Whether the whole name of a service, a folder at the top of the import path, is taken. */
export function isReservedPackage(name: string): boolean {
  return isReservedProject(name) || STANDARD_LIBRARY.has(name) || PYTHON_KEYWORDS.has(name)
}

/** Whether a project of this name would be confused with one of its own packages, or could not be a folder. */
export function isReservedProject(name: string): boolean {
  return PACKAGES.has(name) || WINDOWS_DEVICES.has(name)
}

/** Environment variables that already mean something to a service or to its machine. */
export const RESERVED_VARIABLES = words(`
  PATH HOME USER SHELL PWD TZ LANG LC_ALL TMPDIR HOSTNAME PORT HOST LOG_LEVEL RELOAD DRAIN_SECONDS LOCALE ENVIRONMENT DATABASE_URL MONGO_URL
  REDIS_URL REDIS_PASSWORD REDIS_PORT RABBITMQ_URL RABBITMQ_PASSWORD RABBITMQ_PORT RABBITMQ_CONSOLE_PORT AMQP_URL
  MAIL_CONSOLE_PORT POSTGRES_USER POSTGRES_PASSWORD POSTGRES_DB POSTGRES_PORT PYTHONPATH
  PYTHONUNBUFFERED PYTHONDONTWRITEBYTECODE CI REQUIRE_SERVERS TEST_DATABASE_URL COMPOSE_PROJECT_NAME`)

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
