# What `cmake --install` puts where, in components that are the Debian packages of LibparseDebian.cmake: runtime, dev,
# tools (their files are named by libparse_tool) and python.
include(CMakePackageConfigHelpers)

install(TARGETS libparse EXPORT libparse_targets
  RUNTIME COMPONENT runtime
  LIBRARY COMPONENT runtime NAMELINK_COMPONENT dev
  ARCHIVE COMPONENT dev)
install(TARGETS libparse_pdf LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}/libparse" COMPONENT runtime)

install(DIRECTORY libparse/include/libparse DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT dev
  FILES_MATCHING PATTERN "*.hpp")
install(FILES libparse/include/libparse.h DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT dev)
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/libparse")
install(EXPORT libparse_targets NAMESPACE libparse:: FILE libparseTargets.cmake DESTINATION "${package_dir}" COMPONENT dev)
configure_package_config_file(cmake/libparseConfig.cmake.in "${PROJECT_BINARY_DIR}/libparseConfig.cmake"
  INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/libparseConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/libparseConfig.cmake" "${PROJECT_BINARY_DIR}/libparseConfigVersion.cmake"
  DESTINATION "${package_dir}" COMPONENT dev)

# A shared library carries what it is linked with; a static one leaves that to the program.
set(pc_requires "")
set(pc_libs "")
if(NOT BUILD_SHARED_LIBS)
  set(pc_requires "icu-uc icu-i18n re2 nettle zlib expat gumbo yaml-cpp")
  set(pc_libs "-Wl,-rpath,\${libdir}/libparse")
endif()
configure_file(cmake/libparse.pc.in "${PROJECT_BINARY_DIR}/libparse.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/libparse.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT dev)

install(DIRECTORY schemas DESTINATION "${CMAKE_INSTALL_DATADIR}/libparse" COMPONENT tools PATTERN released EXCLUDE)
install(DIRECTORY samples/policies samples/rules DESTINATION "${CMAKE_INSTALL_DATADIR}/libparse" COMPONENT tools)
install(FILES README.md README.zh-CN.md CHANGELOG.md DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/planparse" COMPONENT tools)
install(DIRECTORY docs DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/planparse" COMPONENT tools FILES_MATCHING PATTERN "*.md")

# The Python module calls the shared library, so it comes with one only.
set(LIBPARSE_PYTHON_DIR "lib/python3/dist-packages" CACHE STRING "Where the Python module goes, below the prefix")
if(BUILD_SHARED_LIBS)
  install(DIRECTORY python/planparse DESTINATION "${LIBPARSE_PYTHON_DIR}" COMPONENT python FILES_MATCHING PATTERN "*.py" PATTERN "py.typed")
endif()
include(LibparseDebian)
