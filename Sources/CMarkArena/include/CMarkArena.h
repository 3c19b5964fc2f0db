#ifndef NOTES_CMARK_ARENA_H
#define NOTES_CMARK_ARENA_H

#include <cmark.h>
#include <stddef.h>

// libcmark asks for memory several hundred times a page and gives each piece back by itself, which
// takes as long as all else that it does. Here a tree lives in blocks of memory that go all at once.

/// The memory of one tree.
struct notes_arena;

/// Parses a text as `cmark_parse_document` does, and sets `arena` to what the tree lives in. Nothing
/// may be added to the tree or freed by itself. Ends the program when memory runs out, as libcmark
/// does. Several threads may parse at once.
cmark_node *notes_parse(const char *text, size_t length, int options, struct notes_arena **arena);

/// Frees a tree; it may be on another thread than the one that parsed.
void notes_arena_free(struct notes_arena *arena);

#endif
