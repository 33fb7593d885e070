// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "input/archive.hpp"
#include "input/ofd_objects.hpp"
#include "input/page_layout.hpp"
#include "input/reading_limits.hpp"
#include "input/source_text.hpp"
#include "input/xml.hpp"
#include "libparse/error.hpp"

/// OFD, GB/T 33190-2016: a ZIP archive with `OFD.xml`, which names the document, which names its pages.
///
/// Left out: templates (heads, feet and frames that pages share), annotations and seals, text in composite objects.
namespace libparse::input {
namespace {

constexpr std::size_t kGlyphCost = 128;  ///< bytes that a character takes while its page is put together

/// The folder of a part, with its last `/`.
std::string_view folder_of(std::string_view part) { return part.substr(0, part.rfind('/') + 1); }

/// Name of the part that a ST_Loc in a part of `folder` stands for.
std::string resolve(std::string_view folder, std::string_view location) {
  std::string path(location.empty() || location.front() == '/' || location.front() == '\\' ? "" : folder);
  path += location;
  std::replace(path.begin(), path.end(), '\\', '/');
  std::vector<std::string_view> steps;
  for (std::string_view rest = path; !rest.empty();) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view step = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (step.empty() || step == ".") continue;
    if (step != "..") {
      steps.push_back(step);
    } else if (steps.empty()) {
      throw Error(ErrorCode::damaged, "the OFD names a part outside of the archive: " + std::string(location));
    } else {
      steps.pop_back();
    }
  }
  std::string name;
  for (const std::string_view step : steps) {
    if (!name.empty()) name += '/';
    name += step;
  }
  return name;
}

/// Text of an element without white space at its ends.
std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

class OfdReader {
 public:
  OfdReader(std::string_view bytes, const Limits& limits, Diagnostics& diagnostics)
      : archive_(bytes, limits), limits_(limits), diagnostics_(diagnostics) {}

  SourceText read() {
    for (const std::string& name : archive_.names()) {
      const std::string_view file = std::string_view(name).substr(folder_of(name).size());
      if (file == "Encryptions.xml" || file == "Encryption.xml" || file == "encryptions.xml") {
        throw Error(ErrorCode::not_text,
                    "the OFD is encrypted; open it in the reader that has the key and save it without encryption");
      }
    }
    const std::string document = resolve("", document_part());
    const XmlTree tree = XmlTree::read(archive_, document);
    read_size(tree.root().local_child("CommonData").local_child("PageArea"), size_);
    const XmlElement pages = tree.root().local_child("Pages");
    check_count(pages);
    PageLayout layout;
    std::size_t number = 0;
    for (const XmlElement page : pages.children()) {
      if (page.local() != "Page") continue;
      archive_.deadline().check();
      read_page(resolve(folder_of(document), page.attribute("BaseLoc")), ++number, layout);
    }
    archive_.deadline().check();
    SourceText made = std::move(layout).finish(
        "OFD", "OCR needs a PDF: save it as one, then ocrmypdf -l chi_sim --force-ocr IN.pdf OUT.pdf", diagnostics_);
    made.media_type = "application/ofd";
    made.encoding = "UTF-8";
    return made;
  }

 private:
  /// Location of the first document, as OFD.xml tells it.
  std::string document_part() {
    const XmlTree tree = XmlTree::read(archive_, "OFD.xml");
    std::string location;
    std::size_t documents = 0;
    for (const XmlElement body : tree.root().children()) {
      if (body.local() != "DocBody") continue;
      if (++documents == 1) location = trimmed(body.local_child("DocRoot").text());
    }
    if (location.empty()) throw Error(ErrorCode::damaged, "the OFD is broken: OFD.xml names no document");
    if (documents > 1) {
      diagnostics_.push_back({"unread-document", Severity::warning,
                              "the OFD holds " + std::to_string(documents) + " documents; the first was read"});
    }
    return location;
  }

  void check_count(XmlElement pages) const {
    std::size_t count = 0;
    for (const XmlElement page : pages.children()) count += page.local() == "Page";
    if (count == 0) throw Error(ErrorCode::damaged, "the OFD has no pages");
    if (count > limits_.pages) {
      throw limit_error("the OFD has " + std::to_string(count) + " pages, more than " + std::to_string(limits_.pages),
                        "--max-pages");
    }
  }

  static void read_size(XmlElement area, Box& size) {
    Box box;
    if (read_ofd_box(area.local_child("PhysicalBox").text(), box)) size = box;
  }

  void read_page(const std::string& part, std::size_t number, PageLayout& layout) {
    if (!archive_.contains(part)) {
      layout.lose();
      return;
    }
    const XmlTree tree = XmlTree::read(archive_, part);
    Box size = size_;
    read_size(tree.root().local_child("Area"), size);
    PageContent content{.number = number, .width = size.x1, .height = size.y1};
    if (!read_ofd_objects(tree.root(),
                          (limits_.expanded_bytes - std::min(limits_.expanded_bytes, text_bytes_)) / kGlyphCost,
                          content)) {
      throw limit_error("the text of the OFD takes more than " + std::to_string(limits_.expanded_bytes) + " bytes",
                        "--max-expanded-bytes");
    }
    text_bytes_ += 3 * content.glyphs.size();
    layout.add(std::move(content));
  }

  Archive archive_;
  const Limits& limits_;
  Diagnostics& diagnostics_;
  Box size_{0, 0, 595, 842};  ///< A4 where nothing is said
  std::size_t text_bytes_ = 0;
};

}  // namespace

SourceText read_ofd(std::string_view bytes, const InputOptions& options, Diagnostics& diagnostics) {
  return OfdReader(bytes, options.limits, diagnostics).read();
}

}  // namespace libparse::input
