// SPDX-License-Identifier: MIT
#include "common/completion.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "common/manual.hpp"
#include "common/option_facts.hpp"
#include "common/run_tool.hpp"

namespace {

struct App {
  CLI::App app{"Does it: [this] and that's all.", "planx"};
  std::string output;
  std::vector<std::string> inputs;
  int format = 0;
  App() {
    app.add_option("FILE", inputs, "What to read")->type_name("");
    app.add_option("-o,--output", output, "Where [it] goes: it's a file")->type_name("FILE");
    app.add_option("--to", format, "json or yaml")
        ->transform(tools::one_of(std::array<std::string_view, 3>{"", "json", "yaml"}))
        ->type_name("FORMAT");
    app.add_option("--hidden", output, "Not shown")->group("");
    app.footer("Exit status:\n  0   done\n\nExamples:\n  planx -\n");
  }
};

std::string completion(tools::Shell shell) {
  App app;
  std::ostringstream out;
  tools::write_completion(app.app, shell, out);
  return out.str();
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the facts of an option are its names, its value and its words") {
  App app;
  const auto options = tools::find_options(app.app);
  REQUIRE(options.size() == 3);  // --help comes first
  CHECK(options[1].names == std::vector<std::string>{"-o", "--output"});
  CHECK(options[1].takes_path());
  CHECK(options[2].value == "FORMAT");
  CHECK(options[2].words == std::vector<std::string>{"json", "yaml"});
  CHECK(!options[2].repeats);
  CHECK(tools::find_operands(app.app) == "[FILE...]");
}

TEST_CASE("completions quote what the shell would take for its own") {
  CHECK(has(completion(tools::Shell::zsh), R"([Where \[it\] goes\: it'\''s a file]:FILE:_files)"));
  CHECK(has(completion(tools::Shell::fish), R"(-d 'Where [it] goes: it\'s a file')"));
  CHECK(has(completion(tools::Shell::bash), "--to) mapfile -t COMPREPLY < <(compgen -W 'json yaml'"));
}

TEST_CASE("hidden options are neither completed nor in the manual") {
  for (const auto shell : {tools::Shell::bash, tools::Shell::zsh, tools::Shell::fish}) {
    CHECK(!has(completion(shell), "hidden"));
  }
  App app;
  std::ostringstream page;
  tools::write_manual(app.app, page);
  CHECK(!has(page.str(), "hidden"));
}

TEST_CASE("the manual has the sections of --help and escapes what groff would read") {
  App app;
  std::ostringstream page;
  tools::write_manual(app.app, page);
  CHECK(has(page.str(), ".SH EXAMPLES\n.EX\n  planx \\-\n.EE\n"));
  CHECK(has(page.str(), "\\fB\\-o\\fR, \\fB\\-\\-output\\fR \\fIFILE\\fR\nWhere [it] goes: it\\(aqs a file\n"));
  CHECK(has(page.str(), "planx \\- Does it\n"));
}
