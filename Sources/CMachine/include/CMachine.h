#ifndef NOTES_CMACHINE_H
#define NOTES_CMACHINE_H

#include <stddef.h>

// The Linux calls that Swift's Glibc module lacks, and a spawn that never runs Swift in the child.

/// Starts a program in a session of its own, with default signals and no descriptor but 0, 1, 2.
/// Returns 0 and sets `pid`, or an errno.
int notes_spawn(int *pid, const char *path, char *const arguments[], char *const environment[],
                const char *directory, int standard_input, int standard_output,
                int standard_error);

/// A descriptor that becomes readable when the process ends; -1 and errno on failure.
int notes_pidfd_open(int pid);

/// A descriptor from which SIGINT, SIGQUIT, SIGTERM and SIGHUP are read from now on, in place of their default
/// action; -1 and errno on failure.
int notes_signal_descriptor(void);

/// The number of the next signal on that descriptor, or 0 when there is none.
int notes_next_signal(int descriptor);

/// A pipe that no started program inherits: where it is read and where it is written; -1 on failure.
int notes_pipe(int *ends);

/// Makes orphaned descendants children of this process, so that none gets away.
int notes_become_subreaper(void);

/// The length of a file's extended attribute, which is copied to `value`; -1 where it has none, or
/// one longer than `size`. Links are not followed.
long notes_attribute(const char *path, const char *name, void *value, size_t size);

/// Locks an open file against other programs; -1 when another has it.
int notes_lock(int descriptor);

/// The name of a folder's entry, which Swift sees as an array of fixed size.
struct dirent;
const char *notes_entry_name(const struct dirent *entry);

/// Where a part begins first among the bytes, or NULL (memmem(3), which only GNU's headers have).
const void *notes_find(const void *bytes, size_t count, const void *part, size_t part_count);

#endif
