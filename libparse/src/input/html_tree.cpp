// SPDX-License-Identifier: MIT
#include "input/html_tree.hpp"

#include <gumbo.h>

#include <csetjmp>
#include <cstdlib>
#include <optional>

#include "input/reading_limits.hpp"
#include "text/document_text.hpp"

namespace libparse::input {
namespace {

/// Memory of the parser. Gumbo is C and cannot be told to stop, so a limit that trips inside it is left by longjmp, and
/// what it holds is freed here at once. That also spares its own clean-up, which calls itself for each level.
class ParserMemory {
 public:
  ParserMemory(std::size_t most, const Deadline& deadline) : most_(most), deadline_(deadline) {}
  ParserMemory(const ParserMemory&) = delete;
  ParserMemory& operator=(const ParserMemory&) = delete;
  ~ParserMemory() {
    for (Block* block = first_; block != nullptr;) {
      Block* next = block->next;
      std::free(block);
      block = next;
    }
  }

  static void* take(void* memory, std::size_t size) { return static_cast<ParserMemory*>(memory)->take(size); }
  static void give_back(void* memory, void* bytes) { static_cast<ParserMemory*>(memory)->give_back(bytes); }

  std::jmp_buf out;        ///< where a limit that trips leads
  bool too_large = false;  ///< which one it was; else the time

 private:
  struct alignas(std::max_align_t) Block {
    Block* next;
    Block* previous;
    std::size_t size;
  };

  void* take(std::size_t size) {
    used_ += size + sizeof(Block);
    const bool late = (++calls_ & 0xFFFU) == 0 && is_late();
    void* bytes = used_ > most_ || late ? nullptr : std::malloc(size + sizeof(Block));
    if (bytes == nullptr) {
      too_large = !late;
      std::longjmp(out, 1);
    }
    auto* block = new (bytes) Block{first_, nullptr, size};
    if (first_ != nullptr) first_->previous = block;
    first_ = block;
    return block + 1;
  }

  void give_back(void* bytes) {
    if (bytes == nullptr) return;
    Block* block = static_cast<Block*>(bytes) - 1;
    used_ -= block->size + sizeof(Block);
    (block->previous != nullptr ? block->previous->next : first_) = block->next;
    if (block->next != nullptr) block->next->previous = block->previous;
    std::free(block);
  }

  /// No exception may pass through the parser.
  [[nodiscard]] bool is_late() const noexcept {
    try {
      deadline_.check();
    } catch (const Error&) {
      return true;
    }
    return false;
  }

  Block* first_ = nullptr;
  std::size_t used_ = 0;
  std::size_t most_;
  unsigned calls_ = 0;
  const Deadline& deadline_;
};

/// Null where a limit tripped. No object with a destructor may live in this function.
GumboOutput* run_parser(ParserMemory& memory, const char* text, std::size_t size) {
  if (setjmp(memory.out) != 0) return nullptr;  // NOLINT(cert-err52-cpp)
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = ParserMemory::take;
  options.deallocator = ParserMemory::give_back;
  options.userdata = &memory;
  options.max_errors = 0;
  return gumbo_parse_with_options(&options, text, size);
}

}  // namespace

/// Copies Gumbo's tree, without calling itself.
class HtmlTreeBuilder {
 public:
  HtmlTreeBuilder(HtmlTree& tree, const Limits& limits, const Deadline& deadline)
      : tree_(tree), limits_(limits), deadline_(deadline) {}

  void copy(const GumboNode* root) {
    struct Level {
      const GumboNode* node;
      std::uint32_t number;
      unsigned next_child;
    };
    std::vector<Level> open{{root, add_element(root, 0), 0}};
    while (!open.empty()) {
      Level& level = open.back();
      const GumboVector& children = level.node->v.element.children;
      if (level.next_child == children.length) {
        tree_.nodes[level.number].end = static_cast<std::uint32_t>(tree_.nodes.size());
        open.pop_back();
        continue;
      }
      const auto* child = static_cast<const GumboNode*>(children.data[level.next_child++]);
      const std::uint32_t parent = level.number;
      if (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE) {
        if (open.size() >= limits_.xml_depth) {
          throw limit_error("elements are more than " + std::to_string(limits_.xml_depth) + " deep", "--max-xml-depth");
        }
        open.push_back({child, add_element(child, parent), 0});
      } else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE ||
                 child->type == GUMBO_NODE_CDATA) {
        add_text(child->v.text.text, parent);
      }
    }
  }

 private:
  struct Kept {
    std::uint32_t at = 0, size = 0;  ///< bytes of the tree's text
  };
  /// Gumbo's numbers of character references overflow: what it makes of &#xccccccccc; is no UTF-8, and is U+FFFD here.
  Kept keep(std::string_view parsed) {
    const text::Decoded decoded = text::decode_utf8(parsed);
    const std::string& text = decoded.utf8;
    const std::size_t at = tree_.text_.size();
    if (at + text.size() > limits_.expanded_bytes || at + text.size() > UINT32_MAX) {
      throw limit_error("the page unpacks to more than " + std::to_string(limits_.expanded_bytes) + " bytes",
                        "--max-expanded-bytes");
    }
    tree_.text_.append(text);
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.size())};
  }

  std::uint32_t add_element(const GumboNode* node, std::uint32_t parent) {
    if ((tree_.nodes.size() & 0xFFFU) == 0) deadline_.check();
    const GumboElement& element = node->v.element;
    HtmlTree::Node made;
    made.tag = element.tag == GUMBO_TAG_UNKNOWN ? std::string_view("unknown") : gumbo_normalized_tagname(element.tag);
    made.parent = parent;
    made.first = static_cast<std::uint32_t>(tree_.attributes_.size());
    made.size = element.attributes.length;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      const Kept name = keep(attribute->name), value = keep(attribute->value);
      tree_.attributes_.push_back({name.at, name.size, value.at, value.size});
    }
    tree_.nodes.push_back(made);
    return static_cast<std::uint32_t>(tree_.nodes.size() - 1);
  }

  void add_text(std::string_view text, std::uint32_t parent) {
    const Kept kept = keep(text);
    HtmlTree::Node made;
    made.parent = parent;
    made.first = kept.at;
    made.size = kept.size;
    made.end = static_cast<std::uint32_t>(tree_.nodes.size() + 1);
    tree_.nodes.push_back(made);
  }

  HtmlTree& tree_;
  const Limits& limits_;
  const Deadline& deadline_;
};

HtmlTree HtmlTree::parse(std::string_view utf8, const Limits& limits) {
  const Deadline deadline(limits.time);
  check_parsing_cost(utf8, limits);
  ParserMemory memory(limits.expanded_bytes, deadline);
  const GumboOutput* output = run_parser(memory, utf8.data(), utf8.size());
  if (output == nullptr) {
    deadline.check();
    throw limit_error("the page unpacks to more than " + std::to_string(limits.expanded_bytes) + " bytes",
                      "--max-expanded-bytes");
  }
  HtmlTree tree;
  HtmlTreeBuilder(tree, limits, deadline).copy(output->root);
  return tree;
}

const HtmlTree::Attribute* HtmlTree::find(const Node& node, std::string_view name) const {
  if (node.is_text()) return nullptr;
  for (std::uint32_t i = node.first; i < node.first + node.size; ++i) {
    const Attribute& attribute = attributes_[i];
    if (std::string_view(text_).substr(attribute.name, attribute.name_size) == name) return &attribute;
  }
  return nullptr;
}

std::string_view HtmlTree::attribute(const Node& node, std::string_view name) const {
  const Attribute* found = find(node, name);
  return found == nullptr ? std::string_view{} : std::string_view(text_).substr(found->value, found->value_size);
}

bool HtmlTree::has_attribute(const Node& node, std::string_view name) const { return find(node, name) != nullptr; }

std::string HtmlTree::all_text(std::size_t node) const {
  std::string out;
  for (std::size_t i = node; i < nodes[node].end; ++i) {
    if (nodes[i].is_text()) out += text(nodes[i]);
  }
  return out;
}

}  // namespace libparse::input
