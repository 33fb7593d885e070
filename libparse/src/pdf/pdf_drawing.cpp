// SPDX-License-Identifier: MIT
#include "pdf/pdf_drawing.hpp"

#define POINTERHOLDER_TRANSITION 4  // qpdf: no pointers of its own
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <algorithm>
#include <array>
#include <exception>
#include <set>
#include <string>

#include "libparse/error.hpp"
#include "pdf/pdf_tokens.hpp"

namespace libparse::pdf {
namespace {

constexpr double kThickest = 3;               ///< points: thicker filled areas are no lines
constexpr std::size_t kMostRulings = 20'000;  ///< of one page: more are a drawing
constexpr std::size_t kMostForms = 5'000;     ///< drawn by one page
constexpr std::size_t kDeepestForms = 12;
constexpr std::size_t kSmallStream = 1 << 16;  ///< bytes that cannot expand to much: deflate makes 1032 of 1 at most

constexpr std::size_t kRatioCounts = 1 << 20;  ///< bytes from which on the ratio of expansion counts

/// Takes the decompressed data of a stream, up to a limit.
class BoundedSink : public Pipeline {
 public:
  /// `packed` is the size of the stream as it stands in the file, `room` what may still be expanded.
  BoundedSink(std::size_t packed, std::size_t room, const Limits& limits, bool keep, const Deadline& deadline)
      : Pipeline("sink", nullptr), packed_(packed), room_(room), limits_(limits), keep_(keep), deadline_(deadline) {}
  void write(const unsigned char* data, std::size_t size) override {
    try {
      take_in(data, size);
    } catch (const Error&) {
      error_ = std::current_exception();
      throw;
    }
  }
  void finish() override {}
  std::string take() { return std::move(data_); }
  /// Throws what ended the writing, which qpdf takes for broken data and keeps to itself.
  void rethrow() const {
    if (error_) std::rethrow_exception(error_);
  }

 private:
  void take_in(const unsigned char* data, std::size_t size) {
    deadline_.check();
    seen_ += size;
    if (seen_ > room_) {
      throw limit_error("a part of the PDF expands to more than " + std::to_string(limits_.expanded_bytes) + " bytes",
                        "--max-expanded-bytes");
    }
    if (seen_ > kRatioCounts && seen_ / std::max<std::size_t>(1, limits_.expansion_ratio) > packed_) {
      throw limit_error(
          "a part of the PDF expands to more than " + std::to_string(limits_.expansion_ratio) + " times its size",
          "--max-expansion-ratio");
    }
    if (keep_) data_.append(reinterpret_cast<const char*>(data), size);
  }

  std::size_t packed_;
  std::size_t room_;
  const Limits& limits_;
  bool keep_;
  const Deadline& deadline_;
  std::size_t seen_ = 0;
  std::string data_;
  std::exception_ptr error_;
};

}  // namespace

class PdfDrawing::File {
 public:
  File(std::string_view bytes, const Limits& limits, const Deadline& deadline)
      : limits_(limits), deadline_(deadline), size_(static_cast<long long>(bytes.size())) {
    pdf_.setSuppressWarnings(true);
    pdf_.setLogger(silent());
    try {
      pdf_.processMemoryFile("PDF", bytes.data(), bytes.size());
      check_streams();
      pages_ = QPDFPageDocumentHelper(pdf_).getAllPages();
    } catch (const Error&) {
      throw;
    } catch (const std::exception&) {
      pages_.clear();
    }
  }

  std::vector<Ruling> rulings(std::size_t page) {
    found_.clear();
    if (page >= pages_.size()) return {};
    try {
      QPDFPageObjectHelper& helper = pages_[page];
      base_ = page_matrix(helper);
      forms_ = 0;
      QPDFObjectHandle contents = helper.getObjectHandle().getKey("/Contents");
      run(read(contents), helper.getAttribute("/Resources", false), base_);
    } catch (const Error&) {
      throw;
    } catch (const std::exception&) {  // what was found before the damage is of use
    }
    return std::move(found_);
  }

 private:
  static std::shared_ptr<QPDFLogger> silent() {
    auto logger = QPDFLogger::create();
    logger->setInfo(logger->discard());
    logger->setWarn(logger->discard());
    logger->setError(logger->discard());
    return logger;
  }

  /// Decompresses every stream that could be a bomb, pictures aside, to see how far it goes.
  void check_streams() {
    for (QPDFObjectHandle& object : pdf_.getAllObjects()) {
      deadline_.check();
      if (!object.isStream()) continue;
      QPDFObjectHandle dictionary = object.getDict();
      QPDFObjectHandle filter = dictionary.getKey("/Filter");
      const bool nested = filter.isArray() && filter.getArrayNItems() > 1;
      QPDFObjectHandle length = dictionary.getKey("/Length");
      if (!nested && length.isInteger() && length.getIntValue() < static_cast<long long>(kSmallStream)) continue;
      QPDFObjectHandle subtype = dictionary.getKey("/Subtype");
      if (subtype.isNameAndEquals("/Image")) continue;
      BoundedSink sink(packed_size(object), limits_.expanded_bytes, limits_, false, deadline_);
      decompress(object, sink);
    }
  }

  /// As the file says, and the file itself at most.
  [[nodiscard]] std::size_t packed_size(QPDFObjectHandle& stream) const {
    QPDFObjectHandle length = stream.getDict().getKey("/Length");
    return length.isInteger() ? static_cast<std::size_t>(std::clamp(length.getIntValue(), 1LL, size_)) : 1;
  }

  static void decompress(QPDFObjectHandle& stream, BoundedSink& sink) {
    bool attempted = false;
    stream.pipeStreamData(&sink, &attempted, 0, qpdf_dl_specialized, true);
    sink.rethrow();
  }

  /// The content of a stream, or of several behind each other.
  std::string read(QPDFObjectHandle& contents) {
    std::string all;
    const auto add = [&](QPDFObjectHandle stream) {
      if (!stream.isStream()) return;
      const std::size_t room = limits_.expanded_bytes - std::min(limits_.expanded_bytes, all.size());
      BoundedSink sink(packed_size(stream), room, limits_, true, deadline_);
      decompress(stream, sink);
      all += sink.take();
      all += '\n';
    };
    if (contents.isArray()) {
      const int count = std::min(contents.getArrayNItems(), 100'000);
      for (int i = 0; i < count; ++i) add(contents.getArrayItem(i));
    } else {
      add(contents);
    }
    return all;
  }

  /// From user space to the page as poppler shows it: turned by /Rotate, with y downwards.
  static QPDFMatrix page_matrix(QPDFPageObjectHelper& page) {
    QPDFObjectHandle box = page.getCropBox();
    if (!box.isRectangle()) box = page.getMediaBox();
    QPDFObjectHandle::Rectangle r{0, 0, 612, 792};
    if (box.isRectangle()) r = box.getArrayAsRectangle();
    QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
    const long long turn = rotate.isInteger() ? (rotate.getIntValue() % 360 + 360) % 360 : 0;
    switch (turn) {
      case 90:
        return {0, 1, 1, 0, -r.lly, -r.llx};
      case 180:
        return {-1, 0, 0, 1, r.urx, -r.lly};
      case 270:
        return {0, -1, -1, 0, r.ury, r.urx};
      default:
        return {1, 0, 0, -1, -r.llx, r.ury};
    }
  }

  /// The path that is being made, in page coordinates.
  struct Path {
    std::vector<Box> lines;               ///< level and upright ones
    std::vector<Box> areas;               ///< boxes around its parts
    std::array<double, 2> start{}, at{};  ///< user space
    void clear() { lines.clear(), areas.clear(); }
  };

  static Box placed(const QPDFMatrix& matrix, double x0, double y0, double x1, double y1) {
    Box box;
    double x = 0;
    double y = 0;
    matrix.transform(x0, y0, x, y);
    matrix.transform(x1, y1, box.x1, box.y1);
    return {std::min(x, box.x1), std::min(y, box.y1), std::max(x, box.x1), std::max(y, box.y1)};
  }

  static void move_to(Path& path, const QPDFMatrix& matrix, double x, double y) {
    path.start = path.at = {x, y};
    path.areas.push_back(placed(matrix, x, y, x, y));
  }

  static void line_to(Path& path, const QPDFMatrix& matrix, double x, double y) {
    const Box box = placed(matrix, path.at[0], path.at[1], x, y);
    if (std::min(box.width(), box.height()) < 1 && path.lines.size() < 4 * kMostRulings) path.lines.push_back(box);
    if (path.areas.empty()) path.areas.push_back(box);
    path.areas.back().include(box);
    path.at = {x, y};
  }

  void paint(Path& path, bool stroked, bool filled) {
    const auto add = [&](const Box& box) {
      if (found_.size() < kMostRulings) found_.push_back({box});
    };
    if (stroked)
      for (const Box& line : path.lines) add(line);
    if (filled && !stroked)
      for (const Box& area : path.areas)
        if (std::min(area.width(), area.height()) < kThickest) add(area);
  }

  void run(const std::string& content, QPDFObjectHandle resources, QPDFMatrix matrix, std::size_t depth = 0) {
    PdfTokens tokens(content);
    PdfOperation op;
    Path path;
    std::vector<QPDFMatrix> saved;
    std::size_t count = 0;
    while (tokens.next(op)) {
      if ((++count & 0xFFFU) == 0) deadline_.check();
      const std::vector<double>& n = op.numbers;
      const auto has = [&](std::string_view name, std::size_t operands) {
        return op.name == name && n.size() >= operands;
      };
      if (op.name == "q") {
        if (saved.size() < 10'000) saved.push_back(matrix);
      } else if (op.name == "Q") {
        if (!saved.empty()) matrix = saved.back(), saved.pop_back();
      } else if (has("cm", 6)) {
        matrix.concat({n[0], n[1], n[2], n[3], n[4], n[5]});
      } else if (has("m", 2)) {
        move_to(path, matrix, n[0], n[1]);
      } else if (has("l", 2)) {
        line_to(path, matrix, n[0], n[1]);
      } else if (has("c", 6) || has("v", 4) || has("y", 4)) {
        path.at = {n[n.size() - 2], n[n.size() - 1]};
        if (!path.areas.empty())
          path.areas.back().include(placed(matrix, path.at[0], path.at[1], path.at[0], path.at[1]));
      } else if (has("re", 4)) {
        move_to(path, matrix, n[0], n[1]);
        line_to(path, matrix, n[0] + n[2], n[1]);
        line_to(path, matrix, n[0] + n[2], n[1] + n[3]);
        line_to(path, matrix, n[0], n[1] + n[3]);
        line_to(path, matrix, n[0], n[1]);
      } else if (op.name == "h") {
        line_to(path, matrix, path.start[0], path.start[1]);
      } else if (op.name == "Do") {
        draw_form(resources, '/' + std::string(op.resource), matrix, depth);
      } else if (const int kind = painting(op.name); kind >= 0) {
        if (op.name == "s" || op.name == "b" || op.name == "b*") line_to(path, matrix, path.start[0], path.start[1]);
        paint(path, (kind & 1) != 0, (kind & 2) != 0);
        path.clear();
      }
    }
  }

  /// 1 for operators that stroke, 2 for those that fill, 3 for both, 0 for the one that does neither; -1 for others.
  static int painting(std::string_view name) {
    if (name == "n") return 0;
    if (name == "S" || name == "s") return 1;
    if (name == "f" || name == "F" || name == "f*") return 2;
    if (name == "B" || name == "B*" || name == "b" || name == "b*") return 3;
    return -1;
  }

  void draw_form(QPDFObjectHandle& resources, const std::string& name, const QPDFMatrix& matrix, std::size_t depth) {
    if (!resources.isDictionary()) return;
    QPDFObjectHandle objects = resources.getKey("/XObject");
    if (!objects.isDictionary()) return;
    QPDFObjectHandle form = objects.getKey(name);
    if (!form.isStream() || !form.getDict().getKey("/Subtype").isNameAndEquals("/Form")) return;
    const QPDFObjGen id = form.getObjGen();
    if (depth >= kDeepestForms || !open_.insert(id).second) return;  // poppler stops at such forms as well
    struct Closing {
      std::set<QPDFObjGen>& open;
      QPDFObjGen id;
      ~Closing() { open.erase(id); }
    } closing{open_, id};
    if (++forms_ > kMostForms) {
      throw Error(ErrorCode::damaged, "a page of the PDF draws more than " + std::to_string(kMostForms) +
                                          " forms, as forms that use each other do; it is not read");
    }
    QPDFMatrix inner = matrix;
    if (QPDFObjectHandle own = form.getDict().getKey("/Matrix"); own.isMatrix())
      inner.concat(QPDFMatrix(own.getArrayAsMatrix()));
    QPDFObjectHandle own_resources = form.getDict().getKey("/Resources");
    run(read(form), own_resources.isDictionary() ? own_resources : resources, inner, depth + 1);
  }

  const Limits& limits_;
  const Deadline& deadline_;
  long long size_;  ///< of the file
  QPDF pdf_;
  std::vector<QPDFPageObjectHelper> pages_;
  QPDFMatrix base_;
  std::vector<Ruling> found_;
  std::set<QPDFObjGen> open_;  ///< forms that are being drawn
  std::size_t forms_ = 0;
};

PdfDrawing::PdfDrawing(std::string_view bytes, const Limits& limits, const Deadline& deadline)
    : file_(std::make_unique<File>(bytes, limits, deadline)) {}

PdfDrawing::~PdfDrawing() = default;

std::vector<Ruling> PdfDrawing::rulings(std::size_t page) { return file_->rulings(page); }

}  // namespace libparse::pdf
