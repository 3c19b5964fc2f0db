#include "CMarkArena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>

enum { alignment = 16, first_size = 1 << 17, largest_size = 1 << 20 };

struct block {
  struct block *previous;
  size_t size;
  _Alignas(alignment) char bytes[];
};

struct notes_arena {
  struct block *block;
  char *next;
  char *end;
};

/// Stands before each piece, whose length `realloc` needs to know.
struct piece {
  _Alignas(alignment) size_t size;
  char bytes[];
};

/// Where libcmark's calls go on this thread while a text is parsed.
static thread_local struct notes_arena *current;

static void fail(void) {
  fputs("out of memory\n", stderr);
  abort();
}

// A thread keeps the first block of the last tree that it freed: memory fresh from the system costs
// more than a page takes to parse.
static once_flag once = ONCE_FLAG_INIT;
static tss_t spare;

static void make_spare(void) {
  if (tss_create(&spare, free) != thrd_success) fail();
}

static void add_first_block(struct notes_arena *arena) {
  call_once(&once, make_spare);
  struct block *block = tss_get(spare);
  tss_set(spare, NULL);
  if (!block) block = malloc(sizeof *block + first_size);
  if (!block) fail();
  *block = (struct block){.size = first_size};
  arena->block = block;
  arena->next = block->bytes;
  arena->end = block->bytes + first_size;
}

static void add_block(struct notes_arena *arena, size_t needed) {
  size_t size = arena->block->size * 2;
  if (size > largest_size) size = largest_size;
  if (size < needed) size = needed;
  struct block *block = malloc(sizeof *block + size);
  if (!block) fail();
  block->previous = arena->block;
  block->size = size;
  arena->block = block;
  arena->next = block->bytes;
  arena->end = block->bytes + size;
}

static void *allocate(size_t size) {
  struct notes_arena *arena = current;
  if (size > SIZE_MAX / 2) fail();
  size = (sizeof(struct piece) + size + alignment - 1) & ~(size_t)(alignment - 1);
  if ((size_t)(arena->end - arena->next) < size) add_block(arena, size);
  struct piece *piece = (struct piece *)arena->next;
  arena->next += size;
  piece->size = size - sizeof *piece;
  return piece->bytes;
}

static void *allocate_zeros(size_t count, size_t size) {
  if (size && count > SIZE_MAX / 2 / size) fail();
  return memset(allocate(count * size), 0, count * size);
}

static void *reallocate(void *old, size_t size) {
  if (!old) return allocate(size);
  struct piece *piece = (struct piece *)((char *)old - offsetof(struct piece, bytes));
  if (size <= piece->size) return old;
  return memcpy(allocate(size), old, piece->size);
}

static void keep(void *piece) { (void)piece; }

static cmark_mem memory = {allocate_zeros, reallocate, keep};

cmark_node *notes_parse(const char *text, size_t length, int options, struct notes_arena **arena) {
  struct notes_arena *own = calloc(1, sizeof *own);
  if (!own) fail();
  add_first_block(own);
  current = own;
  cmark_parser *parser = cmark_parser_new_with_mem(options, &memory);
  cmark_parser_feed(parser, text, length);
  cmark_node *root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  current = NULL;
  *arena = own;
  return root;
}

void notes_arena_free(struct notes_arena *arena) {
  struct block *block = arena->block;
  while (block->previous) {
    struct block *previous = block->previous;
    free(block);
    block = previous;
  }
  free(tss_get(spare));
  tss_set(spare, block);
  free(arena);
}
