// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

/// One input through the target: what libFuzzer calls, and replay_main.cpp with a folder of inputs. Returns 0; a
/// finding ends the program.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
