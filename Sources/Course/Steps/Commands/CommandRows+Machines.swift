extension CommandTable {
  /// The rows about robots, boards, networks and what watches programs; of the form of ``table``.
  static let moreTable = """

    # robots
    ros2 : run launch : service[- --help -h --show-args -s]
    ros2 : topic action service : service[+ echo hz bw delay pub]
    ros2 : bag : service[+ record]
    ros2 colcon catkin catkin_make ament rosparam rostopic rosnode rosservice rosmsg rosbag : * :
    roscore roslaunch rosrun rviz rviz2 rqt rqt_graph rqt_plot : * : service[- --help --version]
    gazebo gzserver gzclient : * : service[- --help --version]
    gz ign : sim gazebo : service
    rosdep : init : root network
    rosdep : update : network
    rosdep : install : network interactive[- -y --default-yes -s --simulate]
    rosdep : * :
    # boards
    minicom picocom cu gtkterm : * : interactive
    idf.py platformio pio arduino-cli : monitor : service
    idf.py : flash build menuconfig : interactive[+ menuconfig]
    pio platformio : device : service[+ monitor]
    arduino-cli : core lib config : network[+ install update update-index]
    west : init update : network
    west esptool esptool.py mpremote ampy st-flash : * :
    openocd JLinkGDBServer : * : service
    bitbake : * : network
    # what watches programs
    gdb gdb-multiarch lldb cgdb : * : interactive[- -batch --batch --version --help]
    strace ltrace valgrind perf lsmod modinfo readelf objdump addr2line : * :
    # networks and what is found in them
    tcpdump tshark : * : root[- -r -D --version -h] service[- -c -r -D --version -h]
    wireshark : * :
    nmcli : * :
    iw iwconfig airodump-ng aireplay-ng airmon-ng : * : root
    msfconsole bettercap : * : interactive
    nikto gobuster ffuf wfuzz sqlmap hydra wpscan dirb enum4linux smbclient smbmap : * : network
    john hashcat aircrack-ng binwalk steghide exiftool radare2 : * :
    # machines
    multipass : launch find : network
    multipass : shell : interactive
    multipass virt-manager : * :
    certbot : certonly run renew install : root network
    certbot : * : root
    mysql_secure_installation : * : interactive
    skaffold : dev debug : docker network service
    skaffold : run build deploy : docker network
    """
}
