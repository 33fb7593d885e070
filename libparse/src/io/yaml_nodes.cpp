// SPDX-License-Identifier: MIT
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <sstream>

#include "io/json_sink.hpp"
#include "io/node.hpp"

namespace libparse::io {
namespace {

std::size_t offset(const YAML::Mark& mark) { return mark.is_null() ? 0 : static_cast<std::size_t>(mark.pos); }

class YamlEvents : public YAML::EventHandler {
 public:
  explicit YamlEvents(const InputFile& file) : file_(file), builder_(file) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    // A `,` or `]` where a document should start is left where it is, and would be one empty document after another.
    if (!is_first_ && offset(mark) == start_) file_.fail(start_, "there is no value here");
    is_first_ = false;
    start_ = offset(mark);
  }
  void OnDocumentEnd() override { documents_.push_back(builder_.take()); }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { builder_.scalar(NodeKind::null, "", offset(mark)); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    file_.fail(offset(mark), "aliases have no place in a task list");
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& value) override {
    const bool is_string = tag == "!" || tag == "tag:yaml.org,2002:str";  // "!" marks a quoted scalar
    builder_.scalar(is_string ? NodeKind::string : NodeKind::plain, value, offset(mark));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    builder_.open(NodeKind::array, offset(mark));
  }
  void OnSequenceEnd() override { builder_.close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    builder_.open(NodeKind::object, offset(mark));
  }
  void OnMapEnd() override { builder_.close(); }

  [[nodiscard]] std::vector<Node> take() { return std::move(documents_); }

 private:
  const InputFile& file_;
  NodeBuilder builder_;
  std::vector<Node> documents_;
  bool is_first_ = true;
  std::size_t start_ = 0;  // of the document that is being read
};

}  // namespace

std::vector<Node> read_yaml_nodes(const InputFile& file) {
  // yaml-cpp passes on what is no UTF-8, and reads other encodings, in which its marks are no places in the file.
  if (const std::size_t at = find_ill_formed(file.bytes); at != std::string_view::npos) {
    file.fail(at, "the file is no UTF-8");
  }
  std::istringstream stream{std::string(file.bytes)};
  YamlEvents events(file);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(events)) {
    }
  } catch (const YAML::ParserException& error) {
    file.fail(offset(error.mark), error.msg);
  }
  return events.take();
}

}  // namespace libparse::io
