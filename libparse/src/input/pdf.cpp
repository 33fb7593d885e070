// SPDX-License-Identifier: MIT
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>

#include <array>
#include <climits>
#include <map>
#include <memory>
#include <string>

#include "input/page_layout.hpp"
#include "input/reading_limits.hpp"
#include "input/source_text.hpp"
#include "libparse/error.hpp"
#include "text/utf8.hpp"

/// PDF, ISO 32000, by its text layer. Poppler finds characters and their places; what makes lines of them is
/// page_layout.
///
/// Poppler keeps one function for its messages per process; it is set to one that does nothing. Documents are
/// independent of each other otherwise, so that several threads may read.
namespace libparse::input {
namespace {

constexpr std::size_t kMostGlyphs = 200'000;  ///< of one page; the densest printed page has some 10,000

void hush() {
  static const bool once = [] {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    return true;
  }();
  static_cast<void>(once);
}

/// Names fonts by small numbers.
class Styles {
 public:
  std::uint32_t of(const std::string& font) {
    return numbers_.emplace(font, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::map<std::string, std::uint32_t> numbers_;
};

/// Turns a page by quarter turns, so that the text on it is upright.
Box upright(const Box& box, int quarters, double width, double height) {
  switch (quarters) {
    case 1:
      return {box.y0, width - box.x1, box.y1, width - box.x0};
    case 2:
      return {width - box.x1, height - box.y1, width - box.x0, height - box.y0};
    case 3:
      return {height - box.y1, box.x0, height - box.y0, box.x1};
    default:
      return box;
  }
}

Box box_of(const poppler::rectf& r) { return {r.left(), r.top(), r.right(), r.bottom()}; }

class PdfReader {
 public:
  PdfReader(std::string_view bytes, const Limits& limits, Diagnostics& diagnostics)
      : bytes_(bytes), limits_(limits), diagnostics_(diagnostics), deadline_(limits.time) {
    hush();
    if (bytes.size() > INT_MAX)
      throw Error(ErrorCode::limit, "the PDF is larger than 2 GiB, which is more than can be read");
    document_.reset(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document_) throw Error(ErrorCode::damaged, "the PDF is broken: it has no readable list of objects or pages");
    if (document_->is_locked()) {
      throw Error(ErrorCode::not_text,
                  "the PDF is encrypted; remove the password with: qpdf --decrypt --password=PASSWORD IN.pdf OUT.pdf");
    }
  }

  SourceText read() {
    const int pages = document_->pages();
    if (pages <= 0) throw Error(ErrorCode::damaged, "the PDF has no pages");
    if (static_cast<std::size_t>(pages) > limits_.pages) {
      throw limit_error("the PDF has " + std::to_string(pages) + " pages, more than " + std::to_string(limits_.pages),
                        "--max-pages");
    }
    PageLayout layout;
    for (int i = 0; i < pages; ++i) {
      deadline_.check();
      const std::unique_ptr<poppler::page> page(document_->create_page(i));
      if (page) {
        layout.add(read_page(*page, static_cast<std::size_t>(i) + 1));
      } else {
        ++lost_;
      }
    }
    deadline_.check();
    SourceText made = std::move(layout).finish();
    report(static_cast<std::size_t>(pages));
    made.media_type = "application/pdf";
    made.encoding = "UTF-8";
    return made;
  }

 private:
  PageContent read_page(const poppler::page& page, std::size_t number) {
    PageContent content{.number = number};
    const poppler::rectf area = page.page_rect();
    const bool sideways =
        page.orientation() == poppler::page::landscape || page.orientation() == poppler::page::seascape;
    const double width = sideways ? area.height() : area.width();
    const double height = sideways ? area.width() : area.height();
    const std::vector<poppler::text_box> words = page.text_list(poppler::page::text_list_include_font);
    const int quarters = direction(words);
    content.width = quarters % 2 == 1 ? height : width;
    content.height = quarters % 2 == 1 ? width : height;
    for (const poppler::text_box& word : words) {
      if (word.rotation() != quarters) continue;  // a watermark or seal
      add_word(word, quarters, width, height, content);
      if (content.glyphs.size() > kMostGlyphs) {
        throw Error(ErrorCode::limit, "page " + std::to_string(number) + " of the PDF has more than " +
                                          std::to_string(kMostGlyphs) + " characters");
      }
    }
    if (content.glyphs.empty()) ++blank_;
    characters_ += content.glyphs.size();
    return content;
  }

  /// The direction, in quarter turns, that most of the text runs in.
  static int direction(const std::vector<poppler::text_box>& words) {
    std::array<std::size_t, 4> counts{};
    for (const poppler::text_box& word : words)
      if (word.rotation() >= 0 && word.rotation() < 4)
        counts[static_cast<std::size_t>(word.rotation())] += word.text().size();
    int most = 0;
    for (int i = 1; i < 4; ++i)
      if (counts[static_cast<std::size_t>(i)] > counts[static_cast<std::size_t>(most)]) most = i;
    return most;
  }

  void add_word(const poppler::text_box& word, int quarters, double width, double height, PageContent& content) {
    const poppler::byte_array bytes = word.text().to_utf8();
    const std::string_view text(bytes.data(), bytes.size());
    const std::size_t count = text::count(text);
    const std::uint32_t style = word.has_font_info() ? styles_.of(word.get_font_name()) : 0;
    const double size = word.has_font_info() ? word.get_font_size() : word.bbox().height();
    std::size_t i = 0;
    for (std::size_t at = 0; at < text.size(); at = text::next(text, at), ++i) {
      Box box = box_of(word.char_bbox(i));
      if (box.width() <= 0 && box.height() <= 0) {  // fewer glyphs than characters: share the word's box
        const Box whole = box_of(word.bbox());
        const double step = whole.width() / static_cast<double>(count);
        box = {whole.x0 + step * static_cast<double>(i), whole.y0, whole.x0 + step * static_cast<double>(i + 1),
               whole.y1};
      }
      const char32_t c = text::char_at(text, at);
      const bool unmapped = c < 0x20 || c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
      garbled_ += unmapped;
      content.glyphs.push_back({c, upright(box, quarters, width, height), size, style});
    }
  }

  void report(std::size_t pages) {
    if (characters_ == 0 && lost_ == pages)
      throw Error(ErrorCode::damaged, "the PDF is broken: none of its pages can be read");
    if (characters_ == 0) {
      throw Error(
          ErrorCode::not_text,
          "the PDF has no text layer (its pages are images); make one with: ocrmypdf -l chi_sim IN.pdf OUT.pdf");
    }
    if (lost_ > 0 || bytes_.substr(bytes_.size() - std::min<std::size_t>(bytes_.size(), 2048)).find("%%EOF") ==
                         std::string_view::npos) {
      diagnostics_.push_back({"damaged-container", Severity::warning,
                              lost_ > 0 ? std::to_string(lost_) + " of " + std::to_string(pages) +
                                              " pages of the PDF cannot be read; text is missing"
                                        : "the PDF breaks off before its end; text may be missing"});
    }
    if (blank_ > 0 && blank_ + lost_ < pages) {
      diagnostics_.push_back({"page-without-text", Severity::info,
                              std::to_string(blank_) + " of " + std::to_string(pages) +
                                  " pages of the PDF have no text; scanned pages need OCR (ocrmypdf --skip-text)"});
    }
    if (20 * garbled_ > characters_) {
      diagnostics_.push_back({"garbled-text", Severity::warning,
                              std::to_string(garbled_) + " of " + std::to_string(characters_) +
                                  " characters of the PDF have no known meaning (fonts without ToUnicode); OCR may "
                                  "read it better (ocrmypdf --force-ocr)"});
    }
  }

  std::string_view bytes_;
  const Limits& limits_;
  Diagnostics& diagnostics_;
  Deadline deadline_;
  std::unique_ptr<poppler::document> document_;
  Styles styles_;
  std::size_t characters_ = 0;
  std::size_t garbled_ = 0;  ///< characters without a meaning
  std::size_t blank_ = 0;    ///< pages
  std::size_t lost_ = 0;     ///< pages
};

}  // namespace

SourceText read_pdf(std::string_view bytes, const InputOptions& options, Diagnostics& diagnostics) {
  return PdfReader(bytes, options.limits, diagnostics).read();
}

}  // namespace libparse::input
