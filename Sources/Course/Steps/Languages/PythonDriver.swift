/// What a Python that is kept open runs: it takes blocks one after the other, in one namespace.
enum PythonDriver {
  /// The program. Its one argument is the folder through which it is talked to; see ``LanguageSession``.
  ///
  /// It needs nothing but the standard library of Python 3.6. A block is read whole, so that no line of
  /// it can be taken for an answer to something before it, and its last line is shown as a prompt would
  /// if it is an expression. Variables and the folder of the shell are taken over where they have
  /// changed since the block before, so that what Python itself has changed stays.
  static let text = #"""
    import ast, builtins, linecache, os, signal, sys, traceback, types


    def serve(folder):
        # A group of its own, by which a block is stopped with all that it has started.
        os.setsid()
        main = types.ModuleType("__main__")
        main.__builtins__ = builtins
        sys.modules["__main__"] = main
        sys.argv, sys.path[0] = [""], ""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(line_buffering=True, errors="backslashreplace")
        requests = os.fdopen(os.open(folder + "/request", os.O_RDWR | os.O_CLOEXEC), "rb", 0)
        answers = os.open(folder + "/answer", os.O_RDWR | os.O_CLOEXEC)
        shell = environment(folder)
        place = os.getcwd()
        null = os.open(os.devnull, os.O_RDWR | os.O_CLOEXEC)
        # Between blocks nobody is to be interrupted.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        os.write(answers, b"ready %d\n" % os.getpid())
        while requests.readline():
            step, cwd, out, err, given = read(folder + "/next").decode().split("\0")[:5]
            for name, flags, number in (
                (given, os.O_RDONLY, 0), (out, os.O_WRONLY | os.O_APPEND, 1),
                (err, os.O_WRONLY | os.O_APPEND, 2),
            ):
                descriptor = os.open(name, flags | os.O_CLOEXEC)
                os.dup2(descriptor, number)
                os.close(descriptor)
            sys.stdin = open(0, closefd=False)
            now = environment(folder)
            for name in shell.keys() - now.keys():
                os.environ.pop(name, None)
            for name, value in now.items():
                if shell.get(name) != value:
                    os.environ[name] = value
            status, is_over = 0, False
            try:
                if cwd != place:
                    os.chdir(cwd)
                shell, place = now, cwd
                signal.signal(signal.SIGINT, signal.default_int_handler)
                run(read(folder + "/block").decode(), step, main.__dict__)
            except SystemExit as end:
                status, is_over = exit_status(end), True
            except KeyboardInterrupt as error:
                status = 130
                tell(error)
            except BaseException as error:
                status = 1
                tell(error)
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            for stream in (sys.stdout, sys.stderr):
                try:
                    stream.flush()
                except Exception:
                    pass
            if is_over:
                # What the interpreter says at its end is the block's too.
                sys.exit(status)
            for number in (0, 1, 2):
                os.dup2(null, number)
            os.write(answers, b"done %d\n" % status)


    def read(path):
        with open(path, "rb") as file:
            return file.read()


    def environment(folder):
        lines = read(folder + "/environment").split(b"\0")
        pairs = (os.fsdecode(line).partition("=") for line in lines if b"=" in line)
        return {name: value for name, _, value in pairs if name not in ("_", "SHLVL")}


    def run(block, step, names):
        lines = block.splitlines(True)
        linecache.cache[step] = (len(block), None, lines, step)
        tree = compile(block, step, "exec", ast.PyCF_ONLY_AST)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, step, "exec"), names)
        if last is not None:
            sys.displayhook(eval(compile(ast.Expression(last.value), step, "eval"), names))


    def exit_status(end):
        if end.code is None or isinstance(end.code, int):
            return (end.code or 0) & 255
        print(end.code, file=sys.stderr)
        return 1


    def tell(error):
        # Without the lines of this program, which stand above those of the block.
        trace = error.__traceback__
        while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
            trace = trace.tb_next
        if sys.excepthook is not sys.__excepthook__:
            sys.excepthook(type(error), error, trace)
        else:
            traceback.print_exception(type(error), error, trace)


    serve(sys.argv[1])

    """#
}
