"""A web server on loopback for tests. It prints its port, logs requests to the file in its first
argument, and ends when its standard input does."""
import http.server
import sys
import threading
import time

seen = {}
PAGE = b"<!doctype html><title>Page</title><h1 id=there>There</h1><a name=old></a>"


class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self, status, body=b"", **fields):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in fields.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def handle_any(self):
        with open(sys.argv[1], "a") as log:
            log.write(f"{self.command} {self.path}\n")
        count = seen[self.path] = seen.get(self.path, 0) + 1
        if self.path == "/moved":
            self.answer(301, Location="/page")
        elif self.path == "/found":
            self.answer(302, Location="/page")
        elif self.path == "/round":
            self.answer(302, Location="round")
        elif self.path == "/away":
            self.answer(301, Location="http://machine.example/")
        elif self.path == "/busy":
            self.answer(429 if count == 1 else 200, Retry_After="0")
        elif self.path == "/late":
            self.answer(503 if count < 3 else 200)
        elif self.path == "/broken":
            self.answer(500)
        elif self.path == "/closed":
            self.answer(403)
        elif self.path == "/no-head" or self.path == "/false-head":
            status = 405 if self.path == "/no-head" else 404
            self.answer(status if self.command == "HEAD" else 200)
        elif self.path == "/hang":
            time.sleep(60)
        elif self.path in ("/page", "/a%20b%C3%BC"):
            self.answer(200, PAGE, Content_Type="text/html; charset=utf-8")
        else:
            self.answer(404)

    do_GET = do_HEAD = handle_any

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
print(server.server_port, flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
