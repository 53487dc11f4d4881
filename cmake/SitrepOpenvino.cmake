# OpenVINO, which runs the language model. Taken from the wheel that tools/fetch-openvino pins, or
# from SITREP_OPENVINO_DIR, the folder of an OpenVINOConfig.cmake. Shared by every build folder.
#
# Found at run time without environment variables: the build's programs carry the folder in their
# RUNPATH, installed ones `$ORIGIN/../lib/sitrep`, where sitrep_install_openvino() puts what the model
# needs; OpenVINO itself looks for its plugin and frontend beside its core.

set(SITREP_OPENVINO_DIR "" CACHE PATH "Folder of OpenVINOConfig.cmake; empty: the pinned wheel")
if(SITREP_OPENVINO_DIR)
  set(openvino_cmake ${SITREP_OPENVINO_DIR})
else()
  set(openvino_tree ${CMAKE_SOURCE_DIR}/build/deps/openvino)
  execute_process(COMMAND ${CMAKE_SOURCE_DIR}/tools/fetch-openvino ${openvino_tree} RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "OpenVINO is missing; set SITREP_OPENVINO_DIR to the folder of its OpenVINOConfig.cmake")
  endif()
  set(openvino_cmake ${openvino_tree}/openvino/cmake)
endif()
find_package(OpenVINO REQUIRED COMPONENTS Runtime PATHS ${openvino_cmake} NO_DEFAULT_PATH)

# The core, the plugin for CPUs, the reader of its own model format, and the threads they stand on.
function(sitrep_install_openvino)
  get_target_property(core openvino::runtime IMPORTED_LOCATION_RELEASE)
  get_filename_component(folder ${core} DIRECTORY)
  file(GLOB needed ${folder}/libopenvino.so.* ${folder}/libopenvino_intel_cpu_plugin.so
       ${folder}/libopenvino_ir_frontend.so.* ${folder}/libtbb.so.* ${folder}/libtbbmalloc.so.*)
  install(FILES ${needed} DESTINATION ${CMAKE_INSTALL_LIBDIR}/sitrep)
endfunction()
