// SPDX-License-Identifier: MIT
#include "input/double_byte.hpp"

#include <unicode/ucnv.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "libparse/error.hpp"
#include "text/utf8.hpp"

namespace libparse::input {
namespace {

constexpr char32_t kBad = 0xFFFD;
constexpr unsigned kFirstLead = 0x81;
constexpr unsigned kLastLead = 0xFE;
constexpr std::size_t kLeads = kLastLead - kFirstLead + 1;
constexpr std::size_t kBmpQuads = 39420;     // four-byte codes of the basic plane, from 0x81308130
constexpr std::size_t kPlaneQuads = 189000;  // where those of the other planes start
constexpr std::size_t kLastQuad = 1237575;   // U+10FFFF

struct Patch {
  std::uint16_t code;
  char16_t character;
};

/// Where ICU 72 has the mapping of GB 18030-2005 and the standard that of 2022: 18 codes that pointed to the private
/// use area got characters of their own. 0xA3A0 is U+3000 for compatibility with pages (WHATWG Encoding, 10.2).
constexpr std::array<Patch, 19> kGb18030Patches{{{0xA3A0, 0x3000},
                                                 {0xA6D9, 0xFE10},
                                                 {0xA6DA, 0xFE12},
                                                 {0xA6DB, 0xFE11},
                                                 {0xA6DC, 0xFE13},
                                                 {0xA6DD, 0xFE14},
                                                 {0xA6DE, 0xFE15},
                                                 {0xA6DF, 0xFE16},
                                                 {0xA6EC, 0xFE17},
                                                 {0xA6ED, 0xFE18},
                                                 {0xA6F3, 0xFE19},
                                                 {0xFE59, 0x9FB4},
                                                 {0xFE61, 0x9FB5},
                                                 {0xFE66, 0x9FB6},
                                                 {0xFE67, 0x9FB7},
                                                 {0xFE6D, 0x9FB8},
                                                 {0xFE7E, 0x9FB9},
                                                 {0xFE90, 0x9FBA},
                                                 {0xFEA0, 0x9FBB}}};

/// Where the standard's Big5 has a character and ICU's Big5-HKSCS (2008) an older one, one of the private use area, or
/// none.
constexpr std::array<Patch, 157> kBig5Patches{{
    {0x87A4, 0x9F97}, {0x87AC, 0x9F96}, {0x8840, 0x31C0}, {0x8841, 0x31C1}, {0x8842, 0x31C2}, {0x8843, 0x31C3},
    {0x8844, 0x31C4}, {0x8846, 0x31C5}, {0x8849, 0x31C6}, {0x884A, 0x31C7}, {0x884D, 0x31C8}, {0x884F, 0x31C9},
    {0x8850, 0x31CA}, {0x8851, 0x31CB}, {0x8852, 0x31CC}, {0x8854, 0x31CD}, {0x8855, 0x31CE}, {0x88A9, 0x23DA},
    {0x88AA, 0x23DB}, {0x8C43, 0x9FA6}, {0x8C6D, 0x9FA7}, {0x8C74, 0x9FA8}, {0x8CB7, 0x9FA9}, {0x8CB9, 0x9FAA},
    {0x8CBB, 0x9FAB}, {0x8CC0, 0x9FAC}, {0x8CD7, 0x9FAD}, {0x8CD8, 0x9FAE}, {0x8CDA, 0x9FAF}, {0x8CED, 0x9FB2},
    {0x8D48, 0x9FB3}, {0x8E69, 0x7BB8}, {0x8E6F, 0x7C06}, {0x8E7E, 0x7CCE}, {0x8EAB, 0x7DD2}, {0x8EB4, 0x7E1D},
    {0x8ECD, 0x8005}, {0x8ED0, 0x8028}, {0x8F57, 0x83C1}, {0x8F69, 0x84A8}, {0x8F6E, 0x840F}, {0x8FCB, 0x89A6},
    {0x8FCC, 0x89A9}, {0x8FFE, 0x8D77}, {0x906D, 0x90FD}, {0x907A, 0x92B9}, {0x90DC, 0x975C}, {0x90F1, 0x97FF},
    {0x91BF, 0x9F16}, {0x9244, 0x8503}, {0x92AF, 0x5159}, {0x92B0, 0x515B}, {0x92B1, 0x515D}, {0x92B2, 0x515E},
    {0x92C8, 0x936E}, {0x92D1, 0x7479}, {0x9447, 0x6D67}, {0x94CA, 0x799B}, {0x95D9, 0x9097}, {0x9644, 0x975D},
    {0x96ED, 0x701E}, {0x96FC, 0x5B28}, {0x9B76, 0x7201}, {0x9B78, 0x77D7}, {0x9B7B, 0x7E87}, {0x9BC6, 0x99D6},
    {0x9BDE, 0x91D4}, {0x9BEC, 0x60DE}, {0x9BF6, 0x6FB6}, {0x9C42, 0x8F36}, {0x9C53, 0x4FBB}, {0x9C62, 0x71DF},
    {0x9C68, 0x9104}, {0x9C6B, 0x9DF0}, {0x9C77, 0x83CF}, {0x9CBC, 0x5C10}, {0x9CBD, 0x79E3}, {0x9CD0, 0x5A67},
    {0x9D57, 0x8F0B}, {0x9D5A, 0x7B51}, {0x9DC4, 0x62D0}, {0x9EA9, 0x6062}, {0x9EEF, 0x75F9}, {0x9EFD, 0x6C4A},
    {0x9F60, 0x9B2E}, {0x9F66, 0x9F17}, {0x9FCB, 0x50ED}, {0x9FD8, 0x5F0C}, {0xA063, 0x880F}, {0xA077, 0x62CE},
    {0xA0D5, 0x7468}, {0xA0DF, 0x7162}, {0xA0E4, 0x7250}, {0xA3C0, 0x2400}, {0xA3C1, 0x2401}, {0xA3C2, 0x2402},
    {0xA3C3, 0x2403}, {0xA3C4, 0x2404}, {0xA3C5, 0x2405}, {0xA3C6, 0x2406}, {0xA3C7, 0x2407}, {0xA3C8, 0x2408},
    {0xA3C9, 0x2409}, {0xA3CA, 0x240A}, {0xA3CB, 0x240B}, {0xA3CC, 0x240C}, {0xA3CD, 0x240D}, {0xA3CE, 0x240E},
    {0xA3CF, 0x240F}, {0xA3D0, 0x2410}, {0xA3D1, 0x2411}, {0xA3D2, 0x2412}, {0xA3D3, 0x2413}, {0xA3D4, 0x2414},
    {0xA3D5, 0x2415}, {0xA3D6, 0x2416}, {0xA3D7, 0x2417}, {0xA3D8, 0x2418}, {0xA3D9, 0x2419}, {0xA3DA, 0x241A},
    {0xA3DB, 0x241B}, {0xA3DC, 0x241C}, {0xA3DD, 0x241D}, {0xA3DE, 0x241E}, {0xA3DF, 0x241F}, {0xA3E0, 0x2421},
    {0xC6CF, 0x5EF4}, {0xC6D3, 0x65E0}, {0xC6D5, 0x7676}, {0xC6D7, 0x96B6}, {0xC6DE, 0x3003}, {0xC6DF, 0x4EDD},
    {0xC879, 0x31CF}, {0xC8A1, 0x9FB0}, {0xC8A3, 0x9FB1}, {0xFA5F, 0x5029}, {0xFA66, 0x507D}, {0xFABD, 0x5305},
    {0xFAC5, 0x5344}, {0xFAD5, 0x537F}, {0xFB48, 0x5605}, {0xFBB8, 0x5A77}, {0xFBF3, 0x5E75}, {0xFBF9, 0x5ED0},
    {0xFC4F, 0x5F58}, {0xFC6C, 0x60A4}, {0xFCB9, 0x6490}, {0xFCE2, 0x6674}, {0xFCF1, 0x675E}, {0xFDB7, 0x6C9C},
    {0xFDB8, 0x6E1D}, {0xFDBB, 0x6E2F}, {0xFDF1, 0x716E}, {0xFE52, 0x732A}, {0xFE6F, 0x745C}, {0xFEAA, 0x74E9},
    {0xFEDD, 0x7809},
}};

/// The four codes that stand for a letter with a combining mark.
char32_t combining_mark(unsigned code) {
  if (code == 0x8862 || code == 0x88A3) return 0x0304;
  return code == 0x8864 || code == 0x88A5 ? 0x030C : 0;
}

class Converter {
 public:
  explicit Converter(const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open(name, &status));
    if (U_FAILURE(status)) throw Error(ErrorCode::encoding, std::string("ICU has no converter ") + name);
  }
  /// The one character that `bytes` are, or kBad.
  [[nodiscard]] char32_t one(std::string_view bytes) const {
    std::array<char16_t, 8> out{};
    UErrorCode status = U_ZERO_ERROR;
    const auto length = ucnv_toUChars(converter_.get(), out.data(), static_cast<std::int32_t>(out.size()), bytes.data(),
                                      static_cast<std::int32_t>(bytes.size()), &status);
    if (U_FAILURE(status)) return kBad;
    if (length == 1) return out[0];
    if (length == 2 && (out[0] & 0xFC00) == 0xD800) {
      return 0x10000 + ((static_cast<char32_t>(out[0]) & 0x3FFU) << 10) + (out[1] & 0x3FFU);
    }
    return kBad;
  }

 private:
  struct Closer {
    void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
  };
  std::unique_ptr<UConverter, Closer> converter_;
};

/// Characters by lead and trail byte, made when first needed.
struct PairTable {
  std::vector<char32_t> characters;
  [[nodiscard]] static std::size_t index(unsigned lead, unsigned trail) { return (lead - kFirstLead) * 256 + trail; }
  [[nodiscard]] char32_t at(unsigned lead, unsigned trail) const { return characters[index(lead, trail)]; }
};

bool is_trail(unsigned byte) { return byte >= 0x40 && byte <= 0xFE && byte != 0x7F; }

PairTable make_pairs(const char* converter_name) {
  const Converter converter(converter_name);
  PairTable table{std::vector<char32_t>(kLeads * 256, kBad)};
  for (unsigned lead = kFirstLead; lead <= kLastLead; ++lead) {
    for (unsigned trail = 0x40; trail <= 0xFE; ++trail) {
      if (!is_trail(trail)) continue;
      const std::array<char, 2> pair{static_cast<char>(lead), static_cast<char>(trail)};
      table.characters[PairTable::index(lead, trail)] = converter.one({pair.data(), pair.size()});
    }
  }
  return table;
}

template <std::size_t N>
void apply(const std::array<Patch, N>& patches, PairTable& table) {
  for (const Patch& patch : patches) {
    table.characters[PairTable::index(patch.code >> 8, patch.code & 0xFFU)] = patch.character;
  }
}

const PairTable& gb18030_pairs() {
  static const PairTable kTable = [] {
    PairTable table = make_pairs("gb18030");
    apply(kGb18030Patches, table);
    return table;
  }();
  return kTable;
}

const PairTable& big5_pairs() {
  static const PairTable kTable = [] {
    PairTable table = make_pairs("ibm-1375_P100-2008");
    for (char32_t& c : table.characters) {
      if (c >= 0xE000 && c <= 0xF8FF) c = kBad;  // codes that users defined for themselves
    }
    apply(kBig5Patches, table);
    return table;
  }();
  return kTable;
}

/// The character of a four-byte code, by its place in the order of such codes.
char32_t quad(std::size_t pointer) {
  static const std::vector<char32_t> kBmp = [] {
    const Converter converter("gb18030");
    std::vector<char32_t> out(kBmpQuads);
    for (std::size_t p = 0; p < kBmpQuads; ++p) {
      const std::array<char, 4> code{static_cast<char>(0x81 + p / 12600), static_cast<char>(0x30 + p / 1260 % 10),
                                     static_cast<char>(0x81 + p / 10 % 126), static_cast<char>(0x30 + p % 10)};
      out[p] = converter.one({code.data(), code.size()});
    }
    return out;
  }();
  if (pointer < kBmpQuads) return kBmp[pointer];
  return pointer >= kPlaneQuads && pointer <= kLastQuad ? static_cast<char32_t>(0x10000 + pointer - kPlaneQuads) : kBad;
}

/// Puts characters out and counts them.
class Writer {
 public:
  explicit Writer(std::size_t bytes) { out_.utf8.reserve(bytes + bytes / 2); }
  void put(char32_t c) {
    text::append(out_.utf8, c);
    out_.zeros += c == 0;
    out_.multibyte += c >= 0x80;
    ++characters_;
  }
  void bad() { out_.replace(characters_++); }
  [[nodiscard]] text::Decoded finish() && { return std::move(out_); }

 private:
  text::Decoded out_;
  std::size_t characters_ = 0;
};

bool is_digit(unsigned byte) { return byte >= 0x30 && byte <= 0x39; }
bool is_lead(unsigned byte) { return byte >= kFirstLead && byte <= kLastLead; }

}  // namespace

text::Decoded decode_gb18030(std::string_view bytes) {
  const PairTable& pairs = gb18030_pairs();
  Writer out(bytes.size());
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[i])); };
  for (std::size_t at = 0; at < bytes.size();) {
    const unsigned lead = byte(at);
    if (lead < 0x80) {
      out.put(lead), ++at;
    } else if (!is_lead(lead)) {
      lead == 0x80 ? out.put(0x20AC) : out.bad(), ++at;
    } else if (at + 1 == bytes.size()) {
      out.bad(), ++at;
    } else if (const unsigned second = byte(at + 1); is_digit(second)) {
      if (at + 4 > bytes.size() && (at + 3 > bytes.size() || is_lead(byte(at + 2)))) {
        out.bad();  // cut off inside the character
        break;
      }
      if (!is_lead(byte(at + 2)) || !is_digit(byte(at + 3))) {
        out.bad(), ++at;  // the bytes behind the lead are read again
        continue;
      }
      const std::size_t pointer =
          (((lead - 0x81) * 10 + second - 0x30) * 126 + byte(at + 2) - 0x81) * 10 + byte(at + 3) - 0x30;
      const char32_t c = quad(pointer);
      const bool is_mapped = c != kBad || pointer == kBmpQuads - 3;  // 0x8431A437 is U+FFFD itself
      is_mapped ? out.put(c) : out.bad();
      at += 4;
    } else if (is_trail(second)) {
      const char32_t c = pairs.at(lead, second);
      c == kBad ? out.bad() : out.put(c);
      at += 2;
    } else {
      out.bad();
      at += second < 0x80 ? 1U : 2U;  // an ASCII byte stands for itself
    }
  }
  return std::move(out).finish();
}

text::Decoded decode_big5(std::string_view bytes) {
  const PairTable& pairs = big5_pairs();
  Writer out(bytes.size());
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[i])); };
  for (std::size_t at = 0; at < bytes.size();) {
    const unsigned lead = byte(at);
    if (lead < 0x80) {
      out.put(lead), ++at;
      continue;
    }
    if (!is_lead(lead) || at + 1 == bytes.size()) {
      out.bad(), ++at;
      continue;
    }
    const unsigned trail = byte(at + 1);
    if (const char32_t mark = combining_mark(lead << 8 | trail)) {
      out.put(trail < 0x80 ? 0xCA : 0xEA), out.put(mark);
      at += 2;
      continue;
    }
    const char32_t c = is_trail(trail) ? pairs.at(lead, trail) : kBad;
    c == kBad ? out.bad() : out.put(c);
    at += c == kBad && trail < 0x80 ? 1U : 2U;
  }
  return std::move(out).finish();
}

}  // namespace libparse::input
