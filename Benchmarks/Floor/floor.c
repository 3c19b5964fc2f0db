// The least a site generator can do: read each page, render it with libcmark, write it.
// floor CONTENT SITE reads every .md below CONTENT and writes an .html of the same name below SITE.
#define _XOPEN_SOURCE 700
#include <cmark.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static size_t content_length;
static const char *site;
static char *buffer;
static size_t capacity;

static int fail(const char *what) {
  perror(what);
  return 1;
}

static int render(const char *path, size_t size, const char *target) {
  int in = open(path, O_RDONLY);
  if (in < 0) return fail(path);
  if (size > capacity) {
    capacity = size * 2;
    buffer = realloc(buffer, capacity);
    if (!buffer) return fail("memory");
  }
  ssize_t length = read(in, buffer, size);
  close(in);
  if (length < 0) return fail(path);
  char *html = cmark_markdown_to_html(buffer, (size_t)length, CMARK_OPT_UNSAFE);
  int out = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (out < 0) return fail(target);
  size_t whole = strlen(html);
  ssize_t written = write(out, html, whole);
  free(html);
  if (close(out) < 0 || written != (ssize_t)whole) return fail(target);
  return 0;
}

static int visit(const char *path, const struct stat *information, int kind, struct FTW *place) {
  char target[4096];
  (void)place;
  if (snprintf(target, sizeof target - 5, "%s%s", site, path + content_length) < 0) return 1;
  if (kind == FTW_D) return mkdir(target, 0755) < 0 && errno != EEXIST ? fail(target) : 0;
  size_t length = strlen(target);
  if (kind != FTW_F || length < 3 || strcmp(target + length - 3, ".md")) return 0;
  strcpy(target + length - 3, ".html");
  return render(path, (size_t)information->st_size, target);
}

int main(int count, char **arguments) {
  if (count != 3) {
    fprintf(stderr, "usage: floor CONTENT SITE\n");
    return 2;
  }
  content_length = strlen(arguments[1]);
  site = arguments[2];
  return nftw(arguments[1], visit, 32, FTW_PHYS);
}
