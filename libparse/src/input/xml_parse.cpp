// SPDX-License-Identifier: MIT
#include <expat.h>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "input/xml.hpp"

namespace libparse::input {

namespace {

/// Namespaces with the prefix that everyone writes, in their transitional and strict form (ISO/IEC 29500-1 and -4).
constexpr std::array<std::pair<std::string_view, std::string_view>, 30> kPrefixes = {{
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", "x"},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", "x"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    {"http://purl.oclc.org/ooxml/drawingml/main", "a"},
    {"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"},
    {"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"},
    {"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing", "xdr"},
    {"http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing", "xdr"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", "wpg"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas", "wpc"},
    {"http://schemas.microsoft.com/office/word/2010/wordml", "w14"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"urn:schemas-microsoft-com:vml", "v"},
    {"http://schemas.openxmlformats.org/package/2006/relationships", "rel"},
    {"http://schemas.openxmlformats.org/package/2006/content-types", "ct"},
    {"http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", "ep"},
    {"http://purl.oclc.org/ooxml/officeDocument/extendedProperties", "ep"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://purl.org/dc/terms/", "dcterms"},
    {"http://www.w3.org/XML/1998/namespace", "xml"},
    {"http://www.ofdspec.org/2016", "ofd"},
    {"http://www.ofdspec.org", "ofd"},
}};

// The vocabularies of these formats have some hundreds of names; the parser itself is slow with many.
constexpr std::size_t kMostNames = 10'000;
constexpr char kSeparator = '\x1F';  // no character of XML, so of no namespace name

}  // namespace

/// Makes a tree of what the parser reports. Expat calls back into C++ through C, so nothing may be thrown there: what
/// goes wrong is kept and thrown when the parser has stopped.
class XmlBuilder {
 public:
  XmlBuilder(XmlTree& tree, const Limits& limits, const Deadline& deadline, std::function<void(std::size_t)> charge)
      : tree_(tree), limits_(limits), deadline_(deadline), charge_(std::move(charge)) {}

  void run(std::string_view bytes, std::string_view what) {
    const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> owner(XML_ParserCreateNS(nullptr, kSeparator),
                                                                        XML_ParserFree);
    if (owner == nullptr) throw std::bad_alloc();
    parser_ = owner.get();
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, on_start, on_end);
    XML_SetCharacterDataHandler(parser_, on_text);
    XML_SetStartDoctypeDeclHandler(parser_, on_doctype);
    // In one piece as a rule: fed in small pieces, expat would read a huge tag again from its start with every piece.
    constexpr std::size_t kMost = std::size_t{1} << 30;
    XML_Status status = XML_STATUS_OK;
    do {
      const std::string_view piece = bytes.substr(0, kMost);
      bytes.remove_prefix(piece.size());
      status = XML_Parse(parser_, piece.data(), static_cast<int>(piece.size()), bytes.empty() ? 1 : 0);
    } while (status == XML_STATUS_OK && !bytes.empty());
    if (failure_) std::rethrow_exception(failure_);
    if (status == XML_STATUS_OK) return;
    const XML_Error error = XML_GetErrorCode(parser_);
    if (error == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
    throw broken(what, doctype_ ? "it has a document type declaration, which is not accepted" : XML_ErrorString(error));
  }

 private:
  static XmlBuilder& self(void* data) { return *static_cast<XmlBuilder*>(data); }
  static void on_start(void* data, const char* name, const char** attributes) {
    self(data).guarded([&](XmlBuilder& builder) { builder.start(name, attributes); });
  }
  static void on_end(void* data, const char* /*name*/) {
    self(data).guarded([](XmlBuilder& builder) { builder.open_.pop_back(); });
  }
  static void on_text(void* data, const char* text, int size) {
    self(data).guarded([&](XmlBuilder& b) { b.text({text, static_cast<std::size_t>(size)}); });
  }
  static void on_doctype(void* data, const char*, const char*, const char*, int) {
    self(data).doctype_ = true;
    XML_StopParser(self(data).parser_, XML_FALSE);
  }
  template <typename Action>
  void guarded(Action action) noexcept {
    if (failure_) return;  // a stopped parser may report the end of an empty element still
    try {
      action(*this);
    } catch (...) {
      failure_ = std::current_exception();
      XML_StopParser(parser_, XML_FALSE);
    }
  }

  void start(std::string_view name, const char** attributes) {
    if (open_.size() >= limits_.xml_depth) {
      throw limit_error("XML elements stand inside each other more than " + std::to_string(limits_.xml_depth) + " deep",
                        "--max-xml-depth");
    }
    const auto index = static_cast<std::uint32_t>(tree_.nodes_.size());
    if (index % 4096 == 0) deadline_.check();
    charge_(sizeof(XmlTree::Node));
    XmlTree::Node node;
    node.name = name_of(name);
    node.text = text_end();
    node.first_attribute = static_cast<std::uint32_t>(tree_.attributes_.size());
    for (; *attributes != nullptr; attributes += 2, ++node.attributes) {
      const std::string_view value(attributes[1]);
      charge_(sizeof(XmlTree::Attribute) + value.size());
      tree_.attributes_.push_back({name_of(attributes[0]), text_end(), static_cast<std::uint32_t>(value.size())});
      tree_.text_.append(value);
    }
    node.text = text_end();
    if (!open_.empty()) {
      Open& above = open_.back();
      node.parent = above.node;
      (above.last_child == XmlTree::kNone ? tree_.nodes_[above.node].first_child
                                          : tree_.nodes_[above.last_child].next_sibling) = index;
      above.last_child = index;
    }
    tree_.nodes_.push_back(node);
    open_.push_back({index, XmlTree::kNone});
  }

  void text(std::string_view text) {
    if (open_.empty() || open_.back().last_child != XmlTree::kNone) return;
    charge_(text.size());
    tree_.text_.append(text);
    tree_.nodes_[open_.back().node].text_size += static_cast<std::uint32_t>(text.size());
  }

  [[nodiscard]] std::uint32_t text_end() const {
    if (tree_.text_.size() >= XmlTree::kNone) throw Error(ErrorCode::limit, "an XML part has more than 4 GiB of text");
    return static_cast<std::uint32_t>(tree_.text_.size());
  }

  /// `uri separator local`, or `local` where there is no namespace.
  std::uint32_t name_of(std::string_view reported) {
    if (const auto known = names_.find(std::string(reported)); known != names_.end()) return known->second;
    if (names_.size() >= kMostNames) {
      throw Error(ErrorCode::damaged, "an XML part has more than " + std::to_string(kMostNames) +
                                          " different names of elements and attributes");
    }
    charge_(2 * (reported.size() + sizeof(XmlTree::Name)) + 64);
    XmlTree::Name name;
    const std::size_t separator = reported.find(kSeparator);
    if (separator != std::string_view::npos) {
      const auto* prefix = std::find_if(kPrefixes.begin(), kPrefixes.end(),
                                        [&](const auto& each) { return each.first == reported.substr(0, separator); });
      if (prefix != kPrefixes.end()) name.full.append(prefix->second).push_back(':');
    }
    name.local = name.full.size();
    name.full.append(reported.substr(separator == std::string_view::npos ? 0 : separator + 1));
    const auto id = static_cast<std::uint32_t>(tree_.names_.size());
    tree_.names_.push_back(std::move(name));
    names_.emplace(reported, id);
    return id;
  }

  [[nodiscard]] Error broken(std::string_view what, std::string_view reason) const {
    return Error(ErrorCode::damaged, "the XML of " + std::string(what) + " is broken at line " +
                                         std::to_string(XML_GetCurrentLineNumber(parser_)) + ", column " +
                                         std::to_string(XML_GetCurrentColumnNumber(parser_) + 1) + ": " +
                                         std::string(reason));
  }

  struct Open {
    std::uint32_t node;
    std::uint32_t last_child;
  };
  XmlTree& tree_;
  const Limits& limits_;
  const Deadline& deadline_;
  std::function<void(std::size_t)> charge_;
  XML_Parser parser_ = nullptr;
  std::vector<Open> open_;
  std::unordered_map<std::string, std::uint32_t> names_;
  std::exception_ptr failure_;
  bool doctype_ = false;
};

XmlTree XmlTree::read(Archive& archive, std::string_view name) {
  const std::string bytes = archive.read(name);
  XmlTree tree;
  XmlBuilder builder(tree, archive.limits(), archive.deadline(), [&](std::size_t size) { archive.charge(size); });
  builder.run(bytes, name);
  return tree;
}

XmlTree XmlTree::parse(std::string_view bytes, const Limits& limits, std::string_view what) {
  XmlTree tree;
  const Deadline deadline(limits.time);
  std::size_t total = 0;
  XmlBuilder builder(tree, limits, deadline, [&](std::size_t size) {
    total += size;
    if (total > limits.expanded_bytes) {
      throw limit_error("an XML part takes more than " + std::to_string(limits.expanded_bytes) + " bytes",
                        "--max-expanded-bytes");
    }
  });
  builder.run(bytes, what);
  return tree;
}

}  // namespace libparse::input
