# Two commands do everything: `make report` and `make test`.

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: report test verify bench tools lint example gallery clean

report: tools ## Build the program, and output/ from content/
	swift build --configuration release --static-swift-stdlib --product huni
	.build/release/huni build

test: tools lint ## Run all tests
	swift build --build-tests
	swift test --skip-build

verify: ## Look at output/ with validators and a browser, and count many more random cases; installs what it needs
	Tests/Verify/verify.sh output

bench: tools ## Count millions of rows beside other engines, and print what it costs each of them
	Tests/Benchmarks/bench.sh

tools: ## Install what is missing
	@command -v swift > /dev/null || { echo "Swift 6.2 or later is needed: https://www.swift.org/install"; exit 1; }
	@pkg-config --exists libcmark zlib || { \
		if command -v brew > /dev/null; then brew install cmark pkgconf zlib; \
		else $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq libcmark-dev zlib1g-dev pkg-config; fi; }

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Templates

example: tools ## Write the living example's data again, the same bytes
	swift run --configuration release generate-example

gallery: ## All figures of the tests on one page: .build/gallery.html
	Tests/FiguresTests/gallery.sh

clean:
	rm -rf .build
