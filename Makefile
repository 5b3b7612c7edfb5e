# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
# A thin front door; CMake does the work.
PRESET ?= release
export CCACHE_BASEDIR := $(CURDIR)
export CMAKE_BUILD_PARALLEL_LEVEL ?= $(shell nproc)

.PHONY: setup configure build run test test-long coverage bench acceptance acceptance-pdf lint format sandbox clean
setup:
	tools/setup
build/$(PRESET)/build.ninja:
	cmake --preset $(PRESET)
build: build/$(PRESET)/build.ninja
	cmake --build --preset $(PRESET)
run: setup
	$(MAKE) build
	tools/run
test: build
	tools/test
test-long: build
	tools/test --long
coverage:
	$(MAKE) test PRESET=coverage
	tools/coverage
bench: build
	tools/bench
acceptance: build
	@test -d "$(CORPUS)" || { echo "make acceptance CORPUS=DIR: which folder?"; exit 64; }
	CARRIEL_BIN=build/$(PRESET)/bin python3 -B tests/acceptance/corpus.py "$(CORPUS)"
acceptance-pdf: build
	@test -d "$(CORPUS)" || { echo "make acceptance-pdf CORPUS=DIR: which folder?"; exit 64; }
	python3 -B tests/acceptance/pdf/corpus.py "$(CORPUS)"
lint:
	tests/lint/run
format:
	git clang-format --force --extensions cpp,h HEAD
sandbox: build
	tools/sandbox start --dir build/sandbox
clean:
	rm -rf build
