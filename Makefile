# The two commands to know: `make run` and `make test`. Both install what is missing.

CONFIGURATION := release
BUILD := swift build --configuration $(CONFIGURATION) --static-swift-stdlib
NOTES := .build/$(CONFIGURATION)/notes
WEEK := week2

# Debian's packages and, for each, a file that is there when it is installed.
RUN_PACKAGES := \
  libcmark-dev=/usr/include/cmark.h pkg-config=/usr/bin/pkg-config bubblewrap=/usr/bin/bwrap \
  fuse-overlayfs=/usr/bin/fuse-overlayfs git=/usr/bin/git python3=/usr/bin/python3 \
  python3-venv=/usr/share/doc/python3-venv
TEST_PACKAGES := \
  shellcheck=/usr/bin/shellcheck diffutils=/usr/bin/diff openssh-client=/usr/bin/ssh \
  openssh-server=/usr/sbin/sshd

SHELL := /bin/bash

.PHONY: run test lint format labels bench build packages test-packages clean

run: build
	@$(NOTES) build
	@echo
	@$(NOTES) exec $(WEEK)
	@echo
	@$(NOTES) check
	@echo
	@echo "The website: $(CURDIR)/site/index.html"
	@echo "More: $(NOTES) --help, $(NOTES) steps week1, $(NOTES) exec week1"

build: packages
	@echo "Building the program; the first time takes some minutes"
	@mkdir -p .build
	@$(BUILD) --product notes >.build/build.log 2>&1 || { cat .build/build.log; exit 1; }

test: packages test-packages
	swift build --build-tests
	swift test --skip-build

# The format that swift-format's own rules give; `make format` writes it.
lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

# How well kinds and traits agree with blocks labelled by hand.
labels: packages
	swift build --build-tests
	swift test --skip-build --filter LabelTests 2>&1 | grep -E "^  |^labels"

# What the budgets are about, as ratios of things measured side by side in one run.
bench: packages
	@swift build --configuration release --static-swift-stdlib --product NotesBench 2>&1 | tail -1
	@.build/release/NotesBench $(BENCH)

packages:
	@tools/install-packages $(RUN_PACKAGES)

test-packages:
	@tools/install-packages $(TEST_PACKAGES)

clean:
	rm -rf .build
	find site -mindepth 1 ! -name .gitkeep -delete
