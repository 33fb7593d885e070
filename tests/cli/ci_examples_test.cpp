// SPDX-License-Identifier: MIT
// The examples for CI systems do what they say: their steps are run here over a small repository. Steps that install
// packages and planparse itself are left out: the programs of this build stand on the PATH.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

#include "libparse/tree.hpp"
#include "temporary_folder.hpp"

namespace {

using libparse::Node;

Node read_yaml(const std::string& name) {
  std::ifstream file(std::string(LIBPARSE_SOURCE_DIR) + '/' + name);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  return libparse::read_trees(bytes, libparse::Format::yaml, name).at(0);
}

Node member(const Node& object, const std::string& key) {
  for (const libparse::Member& one : object.members) {
    if (one.key == key) return one.value;
  }
  return {};
}

/// A repository with one notice and a policy, and the tools on the PATH.
class Repository {
 public:
  explicit Repository(const std::string& policy_rule) {
    std::filesystem::create_directories(folder_.path() / "notices");
    std::filesystem::copy_file(LIBPARSE_SOURCE_DIR "/samples/slot-lines.txt", folder_.file("notices/slot-lines.txt"));
    folder_.write("policy.yaml", "schema: planparse.policy/1\nrules:\n  - {id: x, " + policy_rule + "}\n");
  }
  // The status of the script's last command, or of the first that failed.
  int run(const std::string& script) const {
    folder_.write("script.sh",
                  "set -euo pipefail\ncd '" + folder_.path().string() + "'\nPATH='" TOOL_PATH "':$PATH\n" + script);
    const int status = std::system(("bash '" + folder_.file("script.sh") + "' >'" + folder_.file("stdout") + "' 2>'" +
                                    folder_.file("stderr") + '\'')
                                       .c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  [[nodiscard]] std::string read(const std::string& name) const { return folder_.read(name); }

 private:
  tests::TemporaryFolder folder_;
};

constexpr const char* kKept = "check: length, max: 100000";
constexpr const char* kBroken = "check: length, max: 3";

std::string github_script() {
  std::string script;
  const Node job = member(member(read_yaml("samples/ci/github-actions.yml"), "jobs"), "check");
  const Node steps = member(job, "steps");
  for (const Node& step : steps.items) {
    if (!member(step, "name").text.starts_with("Install")) script += member(step, "run").text + '\n';
  }
  return script;
}

std::string gitlab_script() {
  std::string script;
  const Node job = member(read_yaml("samples/ci/gitlab-ci.yml"), "check-task-lists");
  const Node lines = member(job, "script");
  for (const Node& line : lines.items) {
    script += line.text + '\n';
  }
  return script;
}

}  // namespace

TEST_CASE("the steps for GitHub Actions pass over a sound repository and leave a SARIF report") {
  const Repository repository(kKept);
  CHECK(repository.run(github_script()) == 0);
  CHECK(repository.read("stdout") == "");
  CHECK(repository.read("plancheck.sarif").find("\"results\": []") != std::string::npos);
}

TEST_CASE("the steps for GitHub Actions fail with annotations where a rule is broken") {
  const Repository repository(kBroken);
  CHECK(repository.run(github_script()) == 1);
  CHECK(repository.read("stdout").starts_with("::error file=tasks/slot-lines.json,line="));
  CHECK(repository.read("plancheck.sarif").find("\"ruleId\": \"policy-x\"") != std::string::npos);
}

TEST_CASE("the script for GitLab CI passes over a sound repository and leaves a test report") {
  const Repository repository(kKept);
  CHECK(repository.run(gitlab_script()) == 0);
  CHECK(repository.read("plancheck.xml").find("failures=\"0\"") != std::string::npos);
}

TEST_CASE("the script for GitLab CI fails with a test report where a rule is broken") {
  const Repository repository(kBroken);
  CHECK(repository.run(gitlab_script()) == 1);
  CHECK(repository.read("plancheck.xml").find("<failure") != std::string::npos);
}

TEST_CASE("the pre-commit hook runs over task lists and nothing else") {
  const Node hook = read_yaml(".pre-commit-hooks.yaml").items.at(0);
  CHECK(member(hook, "id").text == "plancheck");
  const std::regex files(member(hook, "files").text);
  for (const char* name : {"a.tasks.json", "plans/b.tasks.yaml", "c.tasks.yml", "d.tasks.ndjson"}) {
    CHECK(std::regex_search(name, files));
  }
  for (const char* name : {"package.json", "a.tasks.json.bak", "tasks.txt"})
    CHECK_FALSE(std::regex_search(name, files));

  const Repository repository(kKept);
  CHECK(repository.run("planparse --quiet -o a.tasks.json notices/*.txt\n" + member(hook, "entry").text +
                       " a.tasks.json") == 0);
  CHECK(repository.run("echo '{}' >b.tasks.json\n" + member(hook, "entry").text + " a.tasks.json b.tasks.json") == 1);
}
