#define _GNU_SOURCE
#include "CMachine.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/file.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

int notes_spawn(int *pid, const char *path, char *const arguments[], char *const environment[],
                const char *directory, int standard_input, int standard_output,
                int standard_error) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  int error = posix_spawnattr_init(&attributes);
  if (error != 0) return error;
  error = posix_spawn_file_actions_init(&actions);
  if (error != 0) {
    posix_spawnattr_destroy(&attributes);
    return error;
  }
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  // The three are 3 or above, so that none is overwritten before it is copied.
  if (error == 0) error = posix_spawn_file_actions_adddup2(&actions, standard_input, 0);
  if (error == 0) error = posix_spawn_file_actions_adddup2(&actions, standard_output, 1);
  if (error == 0) error = posix_spawn_file_actions_adddup2(&actions, standard_error, 2);
  if (error == 0) error = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  if (error == 0 && directory != NULL)
    error = posix_spawn_file_actions_addchdir_np(&actions, directory);
  if (error == 0) error = posix_spawn(pid, path, &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

int notes_pidfd_open(int pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

int notes_signal_descriptor(void) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGHUP);
  sigaddset(&signals, SIGQUIT);
  if (sigprocmask(SIG_BLOCK, &signals, NULL) != 0) return -1;
  return signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
}

int notes_next_signal(int descriptor) {
  struct signalfd_siginfo information;
  ssize_t length = read(descriptor, &information, sizeof information);
  return length == (ssize_t)sizeof information ? (int)information.ssi_signo : 0;
}

int notes_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int notes_become_subreaper(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); }

long notes_attribute(const char *path, const char *name, void *value, size_t size) {
  return lgetxattr(path, name, value, size);
}

int notes_lock(int descriptor) { return flock(descriptor, LOCK_EX | LOCK_NB); }

const void *notes_find(const void *bytes, size_t count, const void *part, size_t part_count) {
  return memmem(bytes, count, part, part_count);
}

const char *notes_entry_name(const struct dirent *entry) { return entry->d_name; }
