# The two commands to know: `make run` and `make test`. Both install what is missing.

CONFIGURATION := release
BUILD := swift build --configuration $(CONFIGURATION) --static-swift-stdlib
NOTES := .build/$(CONFIGURATION)/notes
WEEK := week2

# Debian's packages and, for each, a file that is there when it is installed.
RUN_PACKAGES := \
  libcmark-dev=/usr/include/cmark.h pkg-config=/usr/bin/pkg-config bubblewrap=/usr/bin/bwrap \
  fuse-overlayfs=/usr/bin/fuse-overlayfs git=/usr/bin/git curl=/usr/bin/curl \
  python3=/usr/bin/python3 \
  python3-venv=/usr/share/doc/python3-venv
TEST_PACKAGES := \
  shellcheck=/usr/bin/shellcheck diffutils=/usr/bin/diff perl=/usr/bin/prove \
  libxml2-utils=/usr/bin/xmllint python3-tap=/usr/lib/python3/dist-packages/tap \
  python3-yaml=/usr/lib/python3/dist-packages/yaml \
  python3-more-itertools=/usr/lib/python3/dist-packages/more_itertools \
  python3-junitparser=/usr/lib/python3/dist-packages/junitparser \
  python3-jsonschema=/usr/lib/python3/dist-packages/jsonschema \
  procps=/usr/bin/pgrep openssh-client=/usr/bin/ssh openssh-server=/usr/sbin/sshd
AUDIT_PACKAGES := \
  chromium=/usr/bin/chromium default-jre-headless=/usr/bin/java \
  poppler-utils=/usr/bin/pdftotext

SHELL := /bin/bash

.PHONY: run test lint format labels bench site-audit screenshots build packages test-packages \
  audit-packages notebooks clean

run: build
	@$(NOTES) build
	@echo
	@$(NOTES) exec $(WEEK)
	@echo
	@if timeout 5 bash -c 'exec 3<>/dev/tcp/github.com/443' 2>/dev/null; then \
	  $(NOTES) exec week1; \
	else \
	  echo "No network: the programs of stubs/week1 stand in for those that week 1 downloads with"; \
	  $(NOTES) exec week1 --stubs stubs/week1 --optional; \
	fi
	@echo
	@$(NOTES) check
	@echo
	@echo "The website: $(CURDIR)/site/index.html"
	@echo "More: $(NOTES) --help, $(NOTES) steps week1, $(NOTES) exec week1"

build: packages
	@echo "Building the program; the first time takes some minutes"
	@mkdir -p .build
	@$(BUILD) --product notes >.build/build.log 2>&1 || { cat .build/build.log; exit 1; }

# Where Chromium or Java cannot be had, the audit says so and the tests go on without it.
test: packages test-packages notebooks
	@tools/install-packages $(AUDIT_PACKAGES) 2>/dev/null || true
	swift build --build-tests
	@tools/site-audit --optional .build/debug/notes
	@tools/run-tests

# A validator, axe and a browser that clicks look at the sites of two courses. `AUDIT="--only axe"`
# or `AUDIT="--check Copy"` looks at a part.
site-audit: packages audit-packages
	swift build --product notes
	@tools/site-audit .build/debug/notes $(AUDIT)

# The pictures of docs/.
screenshots: packages audit-packages
	swift build --product notes
	@tools/screenshots .build/debug/notes

# What reads and runs notebooks, and notebooks of others, for the tests.
notebooks: packages
	@tools/install-notebooks

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
bench: build
	@[ -x .build/peers/bin/byexample ] || { python3 -m venv .build/peers && \
	  .build/peers/bin/pip --quiet install cram byexample; } || echo "No peers to compare with here"
	@$(BUILD) --product NotesBench 2>&1 | tail -1
	@$(BUILD) --product CMarkFloor 2>&1 | tail -1
	@PATH="$(CURDIR)/.build/peers/bin:$$PATH" .build/release/NotesBench $(BENCH)

packages:
	@tools/install-packages $(RUN_PACKAGES)

test-packages:
	@tools/install-packages $(TEST_PACKAGES)

audit-packages:
	@tools/install-packages $(AUDIT_PACKAGES)

clean:
	rm -rf .build
	find site -mindepth 1 ! -name .gitkeep -delete
